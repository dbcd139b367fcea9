/** Said where the console was not built. */
export const consoleMissing =
  '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>宛和</title><p>控制台还没有构建：请在服务器上运行 npm run build，然后刷新本页。</p></html>';

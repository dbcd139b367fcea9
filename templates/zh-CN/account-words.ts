/** What accounts, sessions and keys are told as. */

/** Kinds of account events. */
export const accountEventWords: Readonly<Record<string, string>> = {
  created: '建立账号',
  changed: '更改账号',
  'password-reset': '重置密码',
  'password-changed': '本人更改密码',
  unlocked: '解除锁定',
  'sessions-ended': '结束登录',
  'key-created': '建立服务密钥',
  'key-revoked': '作废服务密钥',
};

/** Fields of an account, as an event names them. */
export const accountFieldWords: Readonly<Record<string, string>> = {
  name: '姓名',
  roles: '角色',
  district: '区县',
  body: '单位',
  isActive: '是否启用',
  scopes: '权限',
};

export const activeWords = { true: '启用', false: '停用' } as const;
export const commandLine = '命令行';

/** What a service key may open. */
export const scopeWords = {
  'disputes:read': '查阅劳动争议',
  'referrals:read': '查阅与本单位往来的移送',
  'referrals:bring': '以本单位名义移送来件',
  'law:use': '查询规则、计算期限',
} as const;

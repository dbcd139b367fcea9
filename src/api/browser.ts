/** Browser and system out of a `User-Agent`, and nothing by which a device is told from another. */
const browsers: readonly [sign: RegExp, name: string][] = [
  [/MicroMessenger\//, 'WeChat'],
  [/DingTalk\//, 'DingTalk'],
  [/wxwork\//, 'WeCom'],
  [/QQBrowser\//, 'QQBrowser'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: readonly [sign: RegExp, name: string][] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/Linux|X11/, 'Linux'],
];

const nameIn = (names: typeof browsers, agent: string) => names.find(([sign]) => sign.test(agent))?.[1];

/** `Firefox · Windows`; empty where neither is known. */
export function shortBrowser(agent: string | undefined): string {
  const given = (agent ?? '').slice(0, 1000);
  return [nameIn(browsers, given), nameIn(systems, given)].filter((name) => name !== undefined).join(' · ');
}

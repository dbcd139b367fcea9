/** The bodies of all writes, put in place when the console is built. */
declare module 'wanhe:acts' {
  const acts: Record<string, { summary: string; body: import('./acts/schema.ts').Schema }>;
  export default acts;
}

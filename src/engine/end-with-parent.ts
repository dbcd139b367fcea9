/**
 * Makes a child of `wanhe start` end when its parent is gone, even by kill -9: it then sends itself SIGTERM, and so takes
 * the same graceful way out. Does nothing in a process that was started by hand.
 */
export function endWithParent(): void {
  if (!process.connected) return;
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 10_000).unref();
  });
  // the channel alone must not keep the process alive
  process.channel?.unref();
}

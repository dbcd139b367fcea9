/** Where a request comes from, as far as that is kept: never the whole address. */
import { isIPv6 } from 'node:net';

/** The eight groups of an IPv6 address, zeros written out. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.split('%')[0]!.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : Math.max(8 - before.length - after.length, 0);
  return [...before, ...Array<string>(missing).fill('0'), ...after].map((group) =>
    group.replace(/^0+(?=.)/, ''),
  );
}

/** An IPv4 address in the clothes of IPv6 is one. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '');

/** `203.0.113.0/24`, `2001:db8:1::/48`. */
export function shortAddress(given: string): string {
  const address = plain(given);
  if (isIPv6(address)) return `${groupsOf(address).slice(0, 3).join(':')}::/48`;
  return /^\d+\.\d+\.\d+\.\d+$/.test(address) ? address.replace(/\d+$/, '0/24') : '';
}

/** What counts as one caller: an IPv4 address, or the 64 bits of an IPv6 network. */
export function callerOf(given: string): string {
  const address = plain(given);
  return isIPv6(address) ? groupsOf(address).slice(0, 4).join(':') : address;
}

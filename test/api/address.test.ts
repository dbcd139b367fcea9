/** Addresses are kept without their last part, browsers without what tells one device from another. */
import { callerOf, shortAddress } from '../../src/api/address.ts';
import { shortBrowser } from '../../src/api/browser.ts';

test.each([
  ['203.0.113.77', '203.0.113.0/24', '203.0.113.77'],
  ['::ffff:203.0.113.77', '203.0.113.0/24', '203.0.113.77'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48', '2001:db8:1:2'],
  ['2001:db8::6', '2001:db8:0::/48', '2001:db8:0:0'],
  ['fe80::1%eth0', 'fe80:0:0::/48', 'fe80:0:0:0'],
  ['::1', '0:0:0::/48', '0:0:0:0'],
  ['', '', ''],
])('%s is kept as %s and counts as %s', (address, short, caller) => {
  expect([shortAddress(address), callerOf(address)]).toEqual([short, caller]);
});

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36', 'Chrome · Linux'],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0', 'Edge · Windows'],
  ['Mozilla/5.0 (Linux; Android 14; HarmonyOS) AppleWebKit Chrome/114 Safari/537.36', 'Chrome · HarmonyOS'],
  ['curl/8.5.0', ''],
  ['', ''],
])('%s is %s', (agent, short) => {
  expect(shortBrowser(agent)).toBe(short);
});

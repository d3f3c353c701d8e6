import { BlockList, isIP } from 'node:net';
import { SPECIAL_IPV4, SPECIAL_IPV6 } from './special-addresses.node.ts';

// Two lists: in one, every IPv4 address would be found among the mapped ones of IPv6.
const special4 = new BlockList();
for (const [address, prefix] of SPECIAL_IPV4) special4.addSubnet(address, prefix, 'ipv4');
const special6 = new BlockList();
for (const [address, prefix] of SPECIAL_IPV6) special6.addSubnet(address, prefix, 'ipv6');

const allocated = new BlockList();
allocated.addSubnet('2000::', 3, 'ipv6');

/** The prefix by which networks without IPv4 reach hosts that have nothing else: what it leads to stands in its last 32 bits. */
const translated = new BlockList();
translated.addSubnet('64:ff9b::', 96, 'ipv6');

/**
 * Tells whether an address is a public one: of none of the special-purpose blocks of IANA, for IPv6 of the space that is given
 * out at all, and where an IPv4 address is inside it (NAT64, ISATAP), that is a public one too.
 */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !special4.check(address, 'ipv4');
  // An address with a zone, as fe80::1%eth0, is one of this machine's own networks.
  if (version === 0 || address.includes('%')) return false;
  const groups = groupsOf(address);
  const inner = groups.slice(-2).flatMap((group) => [group >> 8, group & 255]).join('.');
  if (translated.check(address, 'ipv6')) return isPublicAddress(inner);
  const isIsatap = groups[5] === 0x5efe && ((groups[4] ?? 0) & ~0x200) === 0;
  return allocated.check(address, 'ipv6') && !special6.check(address, 'ipv6') && (!isIsatap || isPublicAddress(inner));
}

/** The eight groups of an IPv6 address; `URL` writes them all in hexadecimal. */
function groupsOf(address: string): readonly number[] {
  const [before = '', after] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const parse = (text: string): readonly number[] => text.split(':').filter(Boolean).map((group) => Number.parseInt(group, 16));
  const [head, tail] = [parse(before), parse(after ?? '')];
  return [...head, ...Array<number>(8 - head.length - tail.length).fill(0), ...tail];
}

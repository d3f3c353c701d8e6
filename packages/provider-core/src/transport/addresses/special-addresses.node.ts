/** A block of addresses as `[address, length of the prefix, what it is for]`. */
export type AddressBlock = readonly [address: string, prefix: number, name: string];

/**
 * Every block of IANA's IPv4 Special-Purpose Address Registry (state of 2026-09-15), and multicast, which has a registry of
 * its own.
 *
 * Source: https://www.iana.org/assignments/iana-ipv4-special-registry
 */
export const SPECIAL_IPV4: readonly AddressBlock[] = [
  ['0.0.0.0', 8, 'this network'],
  ['0.0.0.0', 32, 'this host'],
  ['10.0.0.0', 8, 'private use'],
  ['100.64.0.0', 10, 'shared address space'],
  ['127.0.0.0', 8, 'loopback'],
  ['169.254.0.0', 16, 'link local'],
  ['172.16.0.0', 12, 'private use'],
  ['192.0.0.0', 24, 'IETF protocol assignments'],
  ['192.0.0.0', 29, 'IPv4 service continuity'],
  ['192.0.0.8', 32, 'IPv4 dummy address'],
  ['192.0.0.9', 32, 'port control protocol anycast'],
  ['192.0.0.10', 32, 'TURN anycast'],
  ['192.0.0.170', 32, 'NAT64 discovery'],
  ['192.0.0.171', 32, 'NAT64 discovery'],
  ['192.0.2.0', 24, 'documentation'],
  ['192.31.196.0', 24, 'AS112'],
  ['192.52.193.0', 24, 'automatic multicast tunneling'],
  ['192.88.99.0', 24, 'deprecated 6to4 relay'],
  ['192.88.99.2', 32, '6a44 relay'],
  ['192.168.0.0', 16, 'private use'],
  ['192.175.48.0', 24, 'AS112'],
  ['198.18.0.0', 15, 'benchmarking'],
  ['198.51.100.0', 24, 'documentation'],
  ['203.0.113.0', 24, 'documentation'],
  ['224.0.0.0', 4, 'multicast'],
  ['240.0.0.0', 4, 'reserved'],
  ['255.255.255.255', 32, 'limited broadcast'],
];

/**
 * Every block of IANA's IPv6 Special-Purpose Address Registry (state of 2026-09-15), and beside it what is deprecated or
 * multicast: compatible (RFC 4291), translated (RFC 2765) and site-local (RFC 3879) addresses.
 *
 * Source: https://www.iana.org/assignments/iana-ipv6-special-registry
 */
export const SPECIAL_IPV6: readonly AddressBlock[] = [
  ['::1', 128, 'loopback'],
  ['::', 128, 'unspecified'],
  ['::', 96, 'IPv4-compatible'],
  ['::ffff:0:0', 96, 'IPv4-mapped'],
  ['::ffff:0:0:0', 96, 'IPv4-translated'],
  ['64:ff9b::', 96, 'IPv4-IPv6 translation'],
  ['64:ff9b:1::', 48, 'local IPv4-IPv6 translation'],
  ['100::', 64, 'discard only'],
  ['100:0:0:1::', 64, 'dummy prefix'],
  ['2001::', 23, 'IETF protocol assignments'],
  ['2001::', 32, 'Teredo'],
  ['2001:1::1', 128, 'port control protocol anycast'],
  ['2001:1::2', 128, 'TURN anycast'],
  ['2001:1::3', 128, 'DNS-SD service registration anycast'],
  ['2001:2::', 48, 'benchmarking'],
  ['2001:3::', 32, 'automatic multicast tunneling'],
  ['2001:4:112::', 48, 'AS112'],
  ['2001:10::', 28, 'deprecated ORCHID'],
  ['2001:20::', 28, 'ORCHID version 2'],
  ['2001:30::', 28, 'drone remote identification'],
  ['2001:db8::', 32, 'documentation'],
  ['2002::', 16, '6to4'],
  ['2620:4f:8000::', 48, 'AS112'],
  ['3fff::', 20, 'documentation'],
  ['5f00::', 16, 'segment routing'],
  ['fc00::', 7, 'unique local'],
  ['fe80::', 10, 'link local'],
  ['fec0::', 10, 'deprecated site local'],
  ['ff00::', 8, 'multicast'],
];

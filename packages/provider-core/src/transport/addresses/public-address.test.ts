import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPublicAddress } from './public-address.node.ts';
import { PUBLIC_PORTS, assertPublicUrl } from './public-url.ts';
import { SPECIAL_IPV4, SPECIAL_IPV6, type AddressBlock } from './special-addresses.node.ts';

const RUNS = { numRuns: 5000 };

/** A block as the first and the last number in it. */
type Span = readonly [first: bigint, last: bigint];

const bytesOf = (address: string): bigint => address.split('.').reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);

/** The number of an IPv6 address, by arithmetic alone: what the addresses of the table need. */
function groupsOf(address: string): bigint {
  const [head = '', tail = ''] = address.split('::');
  const count = (text: string): readonly string[] => text.split(':').filter((group) => group !== '');
  const missing = 8 - count(head).length - count(tail).length;
  return [...count(head), ...Array<string>(missing).fill('0'), ...count(tail)].reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n);
}

function spans(blocks: readonly AddressBlock[], bits: number, parse: (address: string) => bigint): readonly Span[] {
  return blocks.map(([address, prefix]) => [parse(address), parse(address) + (1n << BigInt(bits - prefix)) - 1n]);
}

const SPANS4 = spans(SPECIAL_IPV4, 32, bytesOf);
const SPANS6 = spans(SPECIAL_IPV6, 128, groupsOf);
const isInside = (value: bigint, all: readonly Span[]): boolean => all.some(([first, last]) => value >= first && value <= last);

/** Any number of so many bits; most are at the edge of a block. */
function numbers(bits: number, all: readonly Span[]): fc.Arbitrary<bigint> {
  const maximum = (1n << BigInt(bits)) - 1n;
  const edges = all.flatMap(([first, last]) => [first - 1n, first, last, last + 1n]).filter((edge) => edge >= 0n && edge <= maximum);
  return fc.oneof(fc.constantFrom(...edges), fc.bigInt({ min: 0n, max: maximum }), fc.constantFrom(...all).chain(([min, max]) => fc.bigInt({ min, max })));
}

/** One byte, or the rest of an address, in one of the bases that a URL takes. */
function spelled(value: bigint): fc.Arbitrary<string> {
  return fc.constantFrom(value.toString(), `0x${value.toString(16)}`, `0X${value.toString(16).toUpperCase()}`, `0${value.toString(8)}`);
}

/** An IPv4 address in one, two, three or four parts, each in a base of its own. */
function spellings4(value: bigint): fc.Arbitrary<string> {
  return fc.integer({ min: 1, max: 4 }).chain((count) => {
    const heads = Array.from({ length: count - 1 }, (_, index) => (value >> BigInt(24 - 8 * index)) & 255n);
    const rest = value & ((1n << BigInt(32 - 8 * (count - 1))) - 1n);
    return fc.tuple(...[...heads, rest].map(spelled)).chain((parts) => fc.constantFrom(parts.join('.'), `${parts.join('.')}.`));
  });
}

/** An IPv6 address with leading zeros or without, in any letters, shortened wherever it can be, its end as IPv4 or not. */
function spellings6(value: bigint): fc.Arbitrary<string> {
  const groups = Array.from({ length: 8 }, (_, index) => ((value >> BigInt(112 - 16 * index)) & 0xffffn).toString(16));
  const dotted = [24n, 16n, 8n, 0n].map((shift) => ((value >> shift) & 255n).toString()).join('.');
  return fc.record({ padded: fc.boolean(), upper: fc.boolean(), asIpv4: fc.boolean(), from: fc.nat(7), length: fc.nat(8) }).map(({ padded, upper, asIpv4, from, length }) => {
    const all = groups.map((group) => (padded ? group.padStart(4, '0') : group)).map((group) => (upper ? group.toUpperCase() : group));
    const parts = asIpv4 ? [...all.slice(0, 6), dotted] : all;
    const cut = parts.slice(from, from + length);
    if (cut.length < 2 || !cut.every((part) => /^0+$/u.test(part))) return parts.join(':');
    return `${parts.slice(0, from).join(':')}::${parts.slice(from + cut.length).join(':')}`;
  });
}

const passes = (host: string): boolean => {
  try {
    assertPublicUrl(new URL(`http://${host}/`), { isPublicAddress, ports: PUBLIC_PORTS });
    return true;
  } catch {
    return false;
  }
};

describe('an address in a URL, however it is spelled', () => {
  it('is judged by arithmetic, for IPv4', () => {
    fc.assert(fc.property(numbers(32, SPANS4).chain((value) => fc.tuple(fc.constant(value), spellings4(value))), ([value, host]) => {
      expect(passes(host)).toBe(!isInside(value, SPANS4));
    }), RUNS);
  });

  it('is judged by arithmetic, for IPv6', () => {
    const oracle = (value: bigint): boolean => {
      const inner = !isInside(value & 0xffffffffn, SPANS4);
      if (value >> 32n === 0x64ff9bn << 64n) return inner;
      const isIsatap = ((value >> 32n) & 0xfdffffffn) === 0x5efen;
      return value >> 125n === 1n && !isInside(value, SPANS6) && (!isIsatap || inner);
    };
    const values = fc.oneof(
      numbers(128, SPANS6),
      fc.tuple(fc.bigInt({ min: 0n, max: (1n << 61n) - 1n }), fc.constantFrom(0x5efen, 0x2005efen), numbers(32, SPANS4)).map(([prefix, isatap, inner]) => (1n << 125n) | (prefix << 64n) | (isatap << 32n) | inner),
      numbers(32, SPANS4).map((inner) => (0x64ff9bn << 96n) | inner),
    );
    fc.assert(fc.property(values.chain((value) => fc.tuple(fc.constant(value), spellings6(value))), ([value, host]) => {
      expect(passes(`[${host}]`)).toBe(oracle(value));
      expect(isPublicAddress(host)).toBe(oracle(value));
    }), RUNS);
  });

  it('of a zone, or none at all, is no public one', () => {
    for (const text of ['fe80::1%eth0', '2606:4700::1111%1', '', 'cdn.example', '1.2.3', '::g', '1.1.1.1 ']) expect(isPublicAddress(text)).toBe(false);
  });
});

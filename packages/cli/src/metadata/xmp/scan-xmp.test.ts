import { describe, expect, it } from 'vitest';
import { mergeXmp } from './merge-xmp.ts';
import { scanXmp } from './scan-xmp.ts';
import { HYPOTEZ_NAMESPACE as OURS, RDF_NAMESPACE as RDF } from './xmp-namespaces.ts';

const STANDARD = { description: 'a fox', system: 'p/m', software: 'hypotez 1' };

function document(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

describe('scanXmp', () => {
  it.each([
    ['with our prefix', `<x xmlns:hypotez="${OURS}"><hypotez:seed>7</hypotez:seed></x>`],
    ['with another prefix', `<x xmlns:y="${OURS}"><y:seed>7</y:seed></x>`],
    ['as an attribute', `<x xmlns:y="${OURS}" y:seed="7"/>`],
    ['as character data', `<x xmlns:y="${OURS}"><y:seed><![CDATA[7]]></y:seed></x>`],
    ['with a trailing NUL', `<x xmlns:y="${OURS}" y:seed="7"/>\0`],
    ['behind a byte order mark', `\uFEFF<x xmlns:y="${OURS}" y:seed="7"/>`],
  ])('reads a field %s', (_name, text) => {
    expect(scanXmp(document(text)).fields).toEqual([['seed', '7']]);
  });

  it('takes nothing of a namespace that only looks like ours', () => {
    expect(scanXmp(document('<x xmlns:hypotez="urn:other"><hypotez:seed>7</hypotez:seed></x>')).fields).toEqual([]);
  });

  it.each([
    ['entities', '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>', 'defines a document type'],
    ['an unknown entity', '<x>&secret;</x>', 'not well-formed'],
    ['an external document type', '<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>', 'defines a document type'],
    ['an open end', '<x><y></x>', 'not well-formed'],
    ['no XML', 'seed=7', 'not well-formed'],
    ['too many levels', '<x xmlns:a="b">'.repeat(100_000), 'nested too deeply'],
    ['too much', `<x>${' '.repeat(4 * 1024 * 1024)}</x>`, 'too large'],
  ])('refuses %s', (_name, text, reason) => {
    expect(() => scanXmp(document(text))).toThrow(reason);
  });

  it('refuses what is not UTF-8', () => {
    expect(() => scanXmp(Uint8Array.of(0x3c, 0x78, 0x2f, 0x3e, 0xff))).toThrow('not in UTF-8');
  });
});

describe('mergeXmp', () => {
  it('adds a description that is about the same, and keeps the rest to the letter', () => {
    const text = `<a:RDF xmlns:a="${RDF}"><a:Description a:about="uuid:1"><!-- kept --></a:Description></a:RDF> \n`;
    const merged = new TextDecoder().decode(mergeXmp(document(text), [['seed', '7']], STANDARD));
    const [before = '', after = ''] = merged.split(/<rdf:Description rdf:about="uuid:1" [^]*<\/rdf:Description>\n/u);
    expect(`${before}${after}`).toBe(text);
    expect(scanXmp(document(merged)).fields).toEqual([['seed', '7']]);
  });

  it('takes older fields away, nested ones included', () => {
    const text = `<r:RDF xmlns:r="${RDF}" xmlns:h="${OURS}"><r:Description><h:seed>1</h:seed><h:bag><h:item>2</h:item></h:bag><h:empty/>kept</r:Description></r:RDF>`;
    const merged = mergeXmp(document(text), [['seed', '7']], STANDARD);
    expect(scanXmp(merged).fields).toEqual([['seed', '7']]);
    expect(new TextDecoder().decode(merged)).toContain('<r:Description>kept</r:Description>');
  });

  it('refuses a document without a list of descriptions', () => {
    expect(() => mergeXmp(document('<x/>'), [], STANDARD)).toThrow('no place');
  });
});

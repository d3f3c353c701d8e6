import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENCODINGS } from '../testing/encodings.ts';
import { createRedactor, redact, REDACTED } from './redact.ts';

/** A secret as services make them: letters, digits and the safe signs. */
const secret = fc.stringMatching(/^[A-Za-z0-9_-]{12,48}$/u).filter((text) => /^[A-Za-z0-9]/u.test(text));
const surroundings = fc.string({ maxLength: 30 });

/** Places in which a credential shows by its form alone, without anybody having told what it is. */
const PLACES: Readonly<Record<string, (canary: string) => string>> = {
  'a bearer header': (canary) => `authorization: Bearer ${canary}`,
  'a basic header': (canary) => `Proxy-Authorization: Basic ${Buffer.from(`user:${canary}`).toString('base64')}`,
  'a bare authorization header': (canary) => `authorization: ${canary}`,
  'a key header': (canary) => `x-api-key: ${canary}`,
  'a field of an object': (canary) => `{ apiKey: '${canary}', n: 1 }`,
  'a field of JSON': (canary) => JSON.stringify({ api_key: canary, n: 1 }),
  'JSON inside JSON': (canary) => JSON.stringify(JSON.stringify({ apiKey: canary })),
  'a password field': (canary) => `password=${canary}`,
  'the query api_key': (canary) => `https://example.com/a?api_key=${canary}&b=1`,
  'the query key': (canary) => `https://example.com/a?b=1&key=${canary}`,
  'the query token': (canary) => `https://example.com/a?token=${canary}`,
  'the query __sign': (canary) => `https://example.com/queue/join?__sign=${canary}&x=1`,
  'a signed query': (canary) => `https://example.com/a.png?X-Amz-Signature=${canary}`,
  'user and password of a URL': (canary) => `http://user:${canary}@proxy.example:3128/`,
  'the user of a URL': (canary) => `socks5://${canary}@proxy.example:1080`,
  'a token of Hugging Face': (canary) => `no access with hf_${canary}`,
  'a token of the sk- form': (canary) => `Incorrect API key provided: sk-${canary}.`,
  'a JSON Web Token': (canary) => `token was eyJhbGciOiJIUzI1NiJ9.${canary}.${canary}`,
};

describe('redact', () => {
  it.each(Object.entries(PLACES))('lets no credential through in %s', (_name, place) => {
    fc.assert(fc.property(secret, (canary) => {
      expect(redact(place(canary))).not.toContain(canary);
    }));
  });

  it('lets a known secret through nowhere, whatever stands around it', () => {
    fc.assert(fc.property(secret, surroundings, surroundings, (canary, before, after) => {
      expect(redact(`${before}${canary}${after}`, [canary])).not.toContain(canary);
    }));
  });

  it('lets a secret of any characters through nowhere', () => {
    fc.assert(fc.property(fc.string({ minLength: 8, maxLength: 30 }).filter((text) => text.trim().length >= 8), (canary) => {
      expect(redact(`said ${canary} here`, [canary])).not.toContain(canary);
    }));
  });

  it('takes the longest of several secrets first', () => {
    expect(redact('open-sesame-please', ['open-sesame', 'open-sesame-please'])).toBe(REDACTED);
  });

  it('takes a short word out as a word only', () => {
    expect(redact('the cat in a category', ['cat'])).toBe(`the ${REDACTED} in a category`);
    expect(redact('Кот и котёл', ['Кот'])).toBe(`${REDACTED} и котёл`);
  });

  it('passes over secrets of white space', () => {
    expect(redact('a b', [' ', ''])).toBe('a b');
  });

  it('does not change the list of secrets', () => {
    const secrets = Object.freeze(['a', 'longer']);
    expect(redact('longer a', secrets)).toBe(`${REDACTED} ${REDACTED}`);
  });

  it('leaves text without credentials as it is', () => {
    const text = 'https://space.example answered with HTTP 422: width: must be a multiple of 32 (see https://example.com/docs?page=2#key)';
    expect(redact(text)).toBe(text);
  });

  it('is done with a hostile megabyte before anybody notices', () => {
    for (const unit of [' ', 'a', 'token: ', '?key=', 'eyJaaaaaaaa.', 'a://', 'sk-', 'bearer ']) {
      expect(redact(unit.repeat(1_000_000 / unit.length), ['word', 'a longer secret']).length).toBeGreaterThan(0);
    }
  });

  it('keeps the rest of a line readable', () => {
    expect(redact('GET https://u:p4ssw0rd@example.com/a?token=abcdef&n=1')).toBe(`GET https://${REDACTED}@example.com/a?token=${REDACTED}&n=1`);
  });
});

/** A prompt with a piece in it that stands nowhere else, among signs that encodings change. */
const prompt = fc.tuple(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.stringMatching(/^[a-z]{20}$/u), fc.string({ unit: 'grapheme', maxLength: 30 }))
  .map(([before, canary, after]) => ({ canary, text: `${before} <"${canary}"> & ${after}` }));
/** What stands around it and holds no escape by itself. */
const words = fc.stringMatching(/^[a-z ,.:]{0,20}$/u);

describe('createRedactor', () => {
  it.each(Object.entries(ENCODINGS))('sees a prompt in %s', (_name, encode) => {
    fc.assert(fc.property(prompt, words, words, ({ canary, text }, before, after) => {
      const said = createRedactor([], [text])(`${before} ${encode(text)} ${after}`);
      expect(said.toLowerCase()).not.toContain(canary);
      expect(said).not.toMatch(new RegExp(Buffer.from(canary).toString('base64').slice(4, 20), 'u'));
    }), { numRuns: 300 });
  });

  it.each(Object.entries(ENCODINGS))('sees a credential in %s', (_name, encode) => {
    // A plus sign is white space in URLs, and is not counted.
    const keys = fc.stringMatching(/^[\w.~+/=:!-]{12,40}$/u).filter((key) => key.replaceAll('+', '').length >= 8);
    fc.assert(fc.property(keys, words, words, (key, before, after) => {
      const said = createRedactor([key])(`${before} ${encode(key)} ${after}`);
      for (let start = 0; start + 8 <= key.length; start += 1) expect(said).not.toContain(key.slice(start, start + 8));
    }), { numRuns: 300 });
  });

  it('sees a prompt of which a server repeats a part, from 16 characters on', () => {
    fc.assert(fc.property(fc.stringMatching(/^[a-z]{40,60}$/u), fc.nat(), fc.nat(), (text, first, second) => {
      const length = 16 + (second % (text.length - 16));
      const start = first % (text.length - length + 1);
      const part = text.slice(start, start + length);
      expect(createRedactor([], [text])(`no "${part}" here`)).toBe(`no "${REDACTED}" here`);
    }), { numRuns: 500 });
  });

  it('sees a part of a credential, from 8 characters on', () => {
    expect(createRedactor(['Zq8-xY72pLw9'])('the key Zq8-xY72… and 8-xY72pL')).toBe(`the key ${REDACTED}… and ${REDACTED}`);
  });

  it('leaves shorter parts of a prompt, which are usual words', () => {
    const withoutPrompt = createRedactor([], ['a lighthouse at dawn, seen from a boat in a storm']);
    expect(withoutPrompt('the word lighthouse is not allowed')).toBe('the word lighthouse is not allowed');
    expect(withoutPrompt('"a lighthouse at dawn" is not allowed')).toBe(`"${REDACTED}" is not allowed`);
  });

  it('leaves what only looks encoded as it is', () => {
    const text = String.raw`C:	emp
ew 100 % &amp; %41 aGVsbG8gd29ybGQgaGVsbG8gd29ybGQ=`;
    expect(createRedactor(['a long secret of somebody'], ['and a prompt that is long'])(text)).toBe(text);
  });

  it('takes out a prompt that a zero-width character divides', () => {
    expect(createRedactor([], ['a lighthouse at dawn'])('no a light\u200bhouse at dawn')).toBe(`no ${REDACTED}`);
  });

  it('is done with a long prompt and a hostile megabyte before anybody notices', () => {
    const withoutSecrets = createRedactor(['x'.repeat(1000)], ['a lighthouse '.repeat(2500)]);
    for (const unit of ['\\u0041', '%41', '&amp;', 'QUJD', 'a lighthouse', '%', '\\']) expect(withoutSecrets(unit.repeat(1_000_000 / unit.length)).length).toBeLessThanOrEqual(64 * 1024);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact, REDACTED } from './redact.ts';

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

import type { LookupOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { describe, expect, it } from 'vitest';
import { UnsafeUrlError } from '../../errors/unsafe-url-error.ts';
import { isPublicAddress } from './public-address.node.ts';
import { publicLookup } from './public-lookup.node.ts';
import { PUBLIC_PORTS } from './public-url.ts';

/** What a connection hears of a name, after the system answered this to the lookup. */
function heard(answer: Parameters<Parameters<LookupFunction>[2]>, options: LookupOptions): Promise<{ readonly heard: readonly unknown[]; readonly asked: LookupOptions }> {
  return new Promise((resolve) => {
    let asked: LookupOptions = {};
    const lookup: LookupFunction = (_hostname, given, callback) => {
      asked = given;
      callback(...answer);
    };
    publicLookup(lookup, { isPublicAddress, ports: PUBLIC_PORTS })('cdn.example', options, (...found) => {
      resolve({ heard: found, asked });
    });
  });
}

const BOTH = [{ address: '8.8.8.8', family: 4 }, { address: '2606:4700::1111', family: 6 }];

describe('a lookup for a URL that a server named', () => {
  it('gives all addresses to whoever asks for all', async () => {
    expect(await heard([null, BOTH], { all: true })).toEqual({ heard: [null, BOTH], asked: { all: true } });
  });

  it('gives the first one, with its family, to whoever asks for one, but has looked at all', async () => {
    expect(await heard([null, BOTH], { family: 4 })).toEqual({ heard: [null, '8.8.8.8', 4], asked: { all: true, family: 4 } });
    expect((await heard([null, [...BOTH, { address: '127.0.0.1', family: 4 }]], {})).heard[0]).toBeInstanceOf(UnsafeUrlError);
  });

  it('takes the answer of a lookup that only ever gives one', async () => {
    expect((await heard([null, '8.8.8.8', 4], { all: true })).heard).toEqual([null, [{ address: '8.8.8.8', family: 4 }]]);
    expect((await heard([null, '10.0.0.1', 4], { all: true })).heard[0]).toBeInstanceOf(UnsafeUrlError);
  });

  it('fails for a name without addresses, and passes failures on', async () => {
    expect((await heard([null, []], { all: true })).heard[0]).toMatchObject({ code: 'ENOTFOUND' });
    const failure = Object.assign(new Error('try again'), { code: 'EAI_AGAIN' });
    expect((await heard([failure, ''], {})).heard[0]).toBe(failure);
  });
});

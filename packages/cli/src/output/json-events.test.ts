import { readFileSync } from 'node:fs';
import { ImagePreview, UnavailableError } from '@hypotez/provider-core';
import { parseImage } from '@hypotez/provider-core/parse-image';
import { describe, expect, it } from 'vitest';
import { run } from '../command-line/run.ts';
import { fakeIo } from '../testing/fake-io.ts';
import { PIXEL, pixelResponse } from '../testing/fake-plugin.ts';
import { fakeServices } from '../testing/fake-services.ts';

/** Fields that the README names for all events of a picture. */
const COMMON = ['type', 'index', 'line'];

/** The fields of each event by the table of the README. */
function documentedFields(): ReadonlyMap<string, readonly string[]> {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const chapter = readme.slice(readme.indexOf('## Events'), readme.indexOf('## Options'));
  const rows = [...chapter.matchAll(/^\| `(?!type`)(\w+)` \| (.*) \|$/gmu)];
  return new Map(rows.map(([, type = '', text = '']) => [type, text.match(/(?<=`)\w+(?=`)/gu) ?? []]));
}

async function everyEvent(): Promise<readonly Record<string, unknown>[]> {
  const io = fakeIo({ piped: 'a fox\nan owl\n' });
  let runs = 0;
  await run(['generate', '--stdin', '--json', '--output', 'fox.webp'], io, fakeServices(async function* paint(generation) {
    runs += 1;
    yield { type: 'progress', stage: 'queued', queuePosition: 2, etaSeconds: 42 };
    yield { type: 'progress', stage: 'step', step: 1, steps: 4, fraction: 0.25 };
    yield { type: 'progress', stage: 'log', message: 'loading' };
    yield new ImagePreview({ urls: ['https://fake.example/0.png'], alt: 'a fox', provider: 'fake', model: 'fake-painter', download: async () => parseImage(PIXEL) });
    if (runs === 2) throw new UnavailableError('The queue is full.', { retryAfterMs: 1000 });
    yield pixelResponse(generation);
  }));
  return io.stdout.lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('the events of --json', () => {
  it('are of the types of the README, all of them', async () => {
    const types = new Set((await everyEvent()).map(({ type }) => type));
    expect([...types].sort()).toEqual([...documentedFields().keys()].sort());
  });

  it('have no field that the README does not name', async () => {
    const documented = documentedFields();
    for (const { type, ...fields } of await everyEvent()) {
      expect([...COMMON, ...(documented.get(String(type)) ?? [])], String(type)).toEqual(expect.arrayContaining(Object.keys(fields)));
    }
  });
});

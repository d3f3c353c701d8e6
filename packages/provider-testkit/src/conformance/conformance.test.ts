import { describe, expect, it } from 'vitest';
import { describeProvider } from '../vitest/describe-provider.ts';
import { bufferedPlugin } from '../providers/buffered-plugin.ts';
import { streamPlugin } from '../providers/stream-plugin.ts';
import { brokenOpenPlugin, brokenPlugins } from '../testing/broken/broken-plugins.ts';
import type { BrokenPlugin } from '../testing/broken/broken-plugin.ts';
import { bufferedWire } from '../wires/buffered-wire.ts';
import { streamWire } from '../wires/stream-wire.ts';
import { conformanceChecks } from './conformance-checks.ts';
import { ConformanceError } from './conformance-error.ts';
import type { ConformanceSubject } from './conformance-scenario.ts';
import { reasonsToSkip } from './skipped-check.ts';

const example = { request: { prompt: 'a lake', seed: 7, width: 64, height: 128 }, payload: '{"prompt":"a lake","width":64,"height":128,"seed":7}' };
const stream: ConformanceSubject = { plugin: streamPlugin, scenario: { entry: { module: new URL('../providers/stream-plugin.ts', import.meta.url), factory: 'streamPlugin' }, wire: streamWire, example } };
const buffered: ConformanceSubject = { plugin: bufferedPlugin, scenario: { entry: { module: new URL('../providers/buffered-plugin.ts', import.meta.url), factory: 'bufferedPlugin' }, wire: bufferedWire, example } };
const broken = brokenPlugins(stream.plugin);

/** What is said of a plugin by the checks that refuse it. */
async function refusals({ plugin, entry }: Pick<BrokenPlugin, 'plugin' | 'entry'>): Promise<ReadonlyMap<string, string>> {
  const scenario = entry === undefined ? stream.scenario : { ...stream.scenario, entry };
  const refused = new Map<string, string>();
  // A few at a time: all together would keep each other waiting.
  const left = [...conformanceChecks];
  await Promise.all(Array.from({ length: 4 }, async () => {
    for (let check = left.shift(); check !== undefined; check = left.shift()) {
      const { id } = check;
      await check.run({ plugin, scenario }).catch((error: unknown) => { refused.set(id, error instanceof ConformanceError ? error.advice : ''); });
    }
  }));
  return refused;
}

describe('the provider of streams', () => { describeProvider(stream); });
describe('the provider of JSON', () => { describeProvider(buffered); });

describe('a plugin that is broken', () => {
  it('is there for every check', () => {
    expect(new Set(broken.map(({ breaks }) => breaks))).toEqual(new Set(conformanceChecks.map(({ id }) => id)));
  });

  it.concurrent.each(broken)('and $how is refused by $breaks alone, with advice', { timeout: 60_000 }, async (plugin) => {
    const refused = await refusals(plugin);
    expect([...refused.keys()].toSorted()).toEqual([plugin.breaks, ...(plugin.also === undefined ? [] : [plugin.also.check])].toSorted());
    expect(refused.get(plugin.breaks)).not.toBe('');
  });

  it('and has an open catalogue, whose names it keeps for itself, is refused as well', async () => {
    expect([...(await refusals({ plugin: brokenOpenPlugin(stream.plugin) })).keys()]).toEqual(['unknown-model']);
  });
});

describe('skipping', () => {
  it.each([
    [{ test: 'no-such', reason: 'x' }, 'which is no check'],
    [{ test: 'seed', reason: ' ' }, 'has no reason'],
  ])('%j is refused', (skipped, words) => {
    expect(() => reasonsToSkip(conformanceChecks, [skipped])).toThrow(words);
  });
});

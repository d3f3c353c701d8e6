import { describe, expect, it } from 'vitest';
import { bufferedPlugin } from '../providers/buffered-plugin.ts';
import { streamPlugin } from '../providers/stream-plugin.ts';
import { bufferedWire } from '../wires/buffered-wire.ts';
import { streamWire } from '../wires/stream-wire.ts';
import { conformanceChecks } from './conformance-checks.ts';
import { ConformanceError } from './conformance-error.ts';
import type { ConformanceSubject } from './conformance-scenario.ts';
import { reasonsToSkip } from './skipped-check.ts';
import { brokenPlugins } from './testing/broken-plugins.ts';
import { describeProvider } from '../vitest/describe-provider.ts';

const example = { request: { prompt: 'a lake', seed: 7, width: 64, height: 128 }, payload: '{"prompt":"a lake","width":64,"height":128,"seed":7}' };
const stream: ConformanceSubject = { plugin: streamPlugin, scenario: { wire: streamWire, example, capabilities: { previews: true, queuePosition: true, seedInAnswer: true, remoteCancel: false } } };
const buffered: ConformanceSubject = { plugin: bufferedPlugin, scenario: { wire: bufferedWire, example, capabilities: { previews: false, queuePosition: false, seedInAnswer: true, remoteCancel: false } } };

describe('the provider of streams', () => { describeProvider(stream); });
describe('the provider of JSON', () => { describeProvider(buffered); });

describe('a plugin that is broken', () => {
  it.concurrent.each(brokenPlugins(stream.plugin))('$breaks is refused by that check alone', async ({ breaks, plugin }) => {
    const refused = new Map<string, string>();
    await Promise.all(conformanceChecks.map((check) => check.run({ ...stream, plugin }).catch((error: unknown) => {
      refused.set(check.id, error instanceof ConformanceError ? error.advice : '');
    })));
    expect([...refused.keys()]).toEqual([breaks]);
    expect(refused.get(breaks)).not.toBe('');
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

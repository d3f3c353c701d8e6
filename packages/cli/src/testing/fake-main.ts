// The command with a fake painter, as a process of its own. The script is chosen by FAKE_SCRIPT.
import { writeFileSync } from 'node:fs';
import type { PluginEvent } from '@hypotez/provider-core';
import { processIo } from '../process/process-io.ts';
import { run } from '../index.ts';
import { paintPixel, type Script } from './fake-plugin.ts';
import { fakeServices } from './fake-services.ts';

const SCRIPTS: Readonly<Record<string, Script>> = {
  pixel: paintPixel,
  /** Never gets beyond its first step; cancels its job a while after it was stopped, as a request to a server would. */
  endless: ({ signal }) => untilStopped(signal, 100),
  /** The same with a cancellation that takes a minute. */
  stubborn: ({ signal }) => untilStopped(signal, 60_000),
  /** Talks for ever. */
  async *chatty(): AsyncGenerator<PluginEvent, void, undefined> {
    for (let step = 0; ; step += 1) {
      yield { type: 'progress', stage: 'step', step };
      await new Promise((resolve) => { setImmediate(resolve); });
    }
  },
};

async function* untilStopped(signal: AbortSignal, cancellationMs: number): AsyncGenerator<PluginEvent, void, undefined> {
  yield { type: 'progress', stage: 'started' };
  const stopped = new Promise((resolve) => { signal.addEventListener('abort', resolve, { once: true }); });
  await stopped.finally(() => setTimeout(() => { writeFileSync('cancelled', ''); }, cancellationMs));
}

process.exitCode = await run(process.argv.slice(2), processIo(), fakeServices(SCRIPTS[process.env['FAKE_SCRIPT'] ?? 'pixel'] ?? paintPixel));

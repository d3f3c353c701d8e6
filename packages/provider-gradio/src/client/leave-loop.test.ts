import { AbortedError } from '@hypotez/provider-core';
import type { SpaceFunction } from '@hypotez/gradio-emulator';
import { describe, expect, it } from 'vitest';
import { createBarrier } from '@hypotez/provider-testkit';
import { collect, thrownBy } from '../testing/collect.ts';
import { openHeldJob } from '../testing/held-job.ts';
import { openClient } from '../testing/open-client.ts';
import { createRecordingHttp } from '../testing/recording-http.ts';
import { beginStream, startScriptedSpace, type Script } from '../testing/scripted-space.ts';
import { RECORDED_ID } from '../testing/transcripts.ts';

describe('leaving the loop', () => {
  it('closes the stream first, then cancels', async () => {
    const { http, run, streamClosed, cancelled } = await openHeldJob();
    for await (const event of run) {
      expect(event).toEqual({ type: 'progress', stage: 'log', message: 'hello' });
      break;
    }
    await Promise.all([streamClosed, cancelled]);
    expect(http.log.slice(2)).toEqual(['closed /gradio_api/queue/data', 'POST /gradio_api/cancel']);
  });

  it('by an error of the loop does the same, and lets the error through', async () => {
    const { run, streamClosed, cancelled } = await openHeldJob();
    const work = async (): Promise<void> => {
      for await (const event of run) throw new Error(event.type);
    };
    expect(await thrownBy(work())).toMatchObject({ message: 'progress' });
    await Promise.all([streamClosed, cancelled]);
  });

  it('before the first event sends nothing', async () => {
    const { space, run } = await openHeldJob();
    await run.return();
    expect(space.requests).toEqual([]);
  });

  it('takes a waiting job out of the queue, so that it never runs', async () => {
    const left = createBarrier();
    const gate = createBarrier();
    const painted: unknown[] = [];
    const infer: SpaceFunction = {
      inputs: { prompt: { type: 'textbox', label: 'Prompt' } },
      outputs: [{ type: 'textbox', label: 'Text' }],
      async *run({ inputs: [prompt] }) {
        painted.push(prompt);
        await gate.reached;
        yield { type: 'outputs', values: ['done'] };
      },
    };
    const watch: Script['watch'] = (response, { url = '' }) => {
      if (url.includes('/queue/data')) response.once('close', () => { left.open(); });
    };
    const { submit } = openClient(await startScriptedSpace({ watch }, { functions: { infer } }));
    const first = submit({ data: ['first'] });
    await first.next();
    const second = submit({ data: ['second'] });
    expect((await second.next()).value).toMatchObject({ type: 'progress', stage: 'queued' });
    await second.return();
    await left.reached;
    const third = collect(submit({ data: ['third'] }));
    gate.open();
    expect((await third).error).toBeUndefined();
    expect((await collect(first)).error).toBeUndefined();
    expect(painted).toEqual(['first', 'third']);
  });
});

describe("leaving a job read by stream: 'call'", () => {
  it('during the POST has no key to anything, so nothing is sent', async () => {
    const posted = createBarrier();
    const space = await startScriptedSpace({ start: () => { posted.open(); } });
    const http = createRecordingHttp();
    const controller = new AbortController();
    const step = openClient(space, { http }).submit({ stream: 'call', signal: controller.signal }).next();
    await posted.reached;
    controller.abort();
    expect(await thrownBy(step)).toBeInstanceOf(AbortedError);
    expect(http.requests).toHaveLength(1);
  });

  it('cancels by the id, which is the session too', async () => {
    const cancelled = createBarrier<string>();
    const space = await startScriptedSpace({
      callStream: (response) => {
        beginStream(response);
        response.write('event: generating\ndata: [1]\n\n');
      },
      cancel: (response) => {
        cancelled.open(space.requests.at(-1)?.body ?? '');
        response.end('{"success":true}');
      },
    });
    for await (const event of openClient(space).submit({ stream: 'call' })) if (event.type === 'generating') break;
    expect(JSON.parse(await cancelled.reached)).toEqual({ session_hash: RECORDED_ID, fn_index: 0, event_id: RECORDED_ID });
  });
});

import { ManualClock, createBarrier } from '@hypotez/provider-testkit';
import { describe, expect, it } from 'vitest';
import { openClient } from '../testing/open-client.ts';
import { json, startScriptedSpace, type Script } from '../testing/scripted-space.ts';
import { cancelJob, type AbandonedJob } from './cancel-job.ts';
import { createSpaceMemory } from './space-memory.ts';

async function cancel(script: Script, job: Partial<AbandonedJob>, clock = new ManualClock()) {
  const space = await startScriptedSpace({ stream: json(200, {}), cancel: json(200, { success: true }), ...script });
  const done = cancelJob(openClient(space, { clock }).space, createSpaceMemory(), { sessionHash: 's', wasFollowed: false, hasStarted: true, ...job });
  return { done, clock, paths: () => space.requests.map(({ method, path }) => `${method} ${path}`) };
}

describe('cancelJob', () => {
  it('only posts where the stream was followed', async () => {
    const { done, paths } = await cancel({}, { eventId: 'e', wasFollowed: true });
    await done;
    expect(paths()).toEqual(['POST /gradio_api/cancel']);
  });

  it('only closes the stream where there is no id', async () => {
    const { done, paths } = await cancel({}, { sessionHash: 'a b' });
    await done;
    expect(paths()).toEqual(['GET /gradio_api/queue/data?session_hash=a%20b']);
  });

  it('posts even when the stream cannot be opened', async () => {
    const { done, paths } = await cancel({ stream: (response) => response.socket?.destroy() }, { eventId: 'e' });
    await done;
    expect(paths()).toEqual(['GET /gradio_api/queue/data?session_hash=s', 'POST /gradio_api/cancel']);
  });

  it('gives the closed stream of a waiting job a head start', async () => {
    const { done, paths, clock } = await cancel({}, { eventId: 'e', hasStarted: false });
    await clock.started(250);
    expect(paths()).toEqual(['GET /gradio_api/queue/data?session_hash=s']);
    clock.advance(250);
    await done;
    expect(paths()).toHaveLength(2);
    expect(clock.pending).toBe(0);
  });

  it('gives up on a Space that does not answer, and leaves no timer behind', async () => {
    const streamed = createBarrier();
    const posted = createBarrier();
    const { done, clock } = await cancel({ stream: () => { streamed.open(); }, cancel: () => { posted.open(); } }, { eventId: 'e' });
    await streamed.reached;
    clock.advance(1500);
    await posted.reached;
    clock.advance(1500);
    await done;
    expect(clock.pending).toBe(0);
    expect(clock.now()).toBe(3000);
  });
});

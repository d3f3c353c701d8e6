import { untilNoticed, type Scenario } from '../scenario.ts';
import type { Visitor } from '../visitor.ts';

/** Jobs that wait for one another, and jobs that are given up. */
export const queues: readonly Scenario[] = [
  {
    name: 'a job that waits',
    play: (visitor) =>
      besideRunning(visitor, async () => {
        const session = visitor.newSession();
        await visitor.call('rest', [0.1], session);
        await visitor.followSession(session);
      }),
  },
  {
    name: 'a full queue',
    kind: 'full',
    play: (visitor) =>
      besideRunning(visitor, async () => {
        const waiting = await visitor.call('rest', [0.1]);
        await visitor.call('rest', [0.1]);
        await visitor.call('nothing', [''], visitor.newSession());
        await visitor.join('nothing', [''], visitor.newSession());
        await visitor.followCall('rest', waiting);
      }),
  },
  {
    name: 'a running function that is cancelled',
    play: (visitor) => cancelled(visitor, 'rest', [0.7], 'process_starts'),
  },
  {
    name: 'a running function with progress that is cancelled',
    play: (visitor) => cancelled(visitor, 'slow', [0.7], 'progress_data'),
  },
  {
    name: 'a running generator that is cancelled',
    play: (visitor) => cancelled(visitor, 'slow_stream', [1.5], 'process_generating'),
  },
  {
    name: 'a job of the plain flow that is cancelled',
    play: async (visitor) => {
      const id = await visitor.call('slow_stream', [1.5]);
      await visitor.followCall('slow_stream', id, { when: ['generating', () => visitor.cancel('slow_stream', id, id)] });
    },
  },
  {
    name: 'a cancel under the number of another function',
    play: async (visitor) => {
      const session = visitor.newSession();
      const id = await visitor.call('rest', [0.7], session);
      await visitor.followSession(session, { when: ['process_starts', () => visitor.cancel('nothing', session, id)] });
    },
  },
  {
    name: 'a finished job that is cancelled',
    play: async (visitor) => {
      const session = visitor.newSession();
      const id = await visitor.call('nothing', [''], session);
      await visitor.followSession(session);
      await visitor.cancel('nothing', session, id);
    },
  },
  {
    name: 'a waiting job that is cancelled',
    play: (visitor) =>
      besideRunning(visitor, async () => {
        const [given, next] = [visitor.newSession(), visitor.newSession()];
        const id = await visitor.call('rest', [0.1], given);
        await visitor.cancel('rest', given, id);
        await visitor.followSession(given);
        await visitor.call('rest', [0.1], next);
        await visitor.followSession(next);
      }),
  },
  {
    name: 'a waiting job whose reader leaves',
    play: (visitor) =>
      besideRunning(visitor, async () => {
        const [left, next] = [visitor.newSession(), visitor.newSession()];
        await visitor.call('rest', [0.1], left);
        await visitor.followSession(left, { leaveAt: 'estimation' });
        await untilNoticed();
        await visitor.call('rest', [0.1], next);
        await visitor.followSession(next);
      }),
  },
];

/** Does something while a job of `rest` runs, which lets the next ones wait. */
async function besideRunning(visitor: Visitor, act: () => Promise<unknown>): Promise<void> {
  const session = visitor.newSession();
  await visitor.call('rest', [1.5], session);
  await visitor.followSession(session, { when: ['process_starts', act] });
}

async function cancelled(visitor: Visitor, api: string, data: readonly unknown[], at: string): Promise<void> {
  const session = visitor.newSession();
  const id = await visitor.call(api, data, session);
  await visitor.followSession(session, { when: [at, () => visitor.cancel(api, session, id)] });
}

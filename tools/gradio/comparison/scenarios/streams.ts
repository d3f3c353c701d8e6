import type { Exchange } from '../exchange.ts';
import { paintingInputs, untilNoticed, type Scenario } from '../scenario.ts';

/** One job, by every pair of routes. */
export const streams: readonly Scenario[] = [
  {
    name: 'a picture by the plain flow',
    play: async (visitor) => visitor.followCall('infer', await visitor.call('infer', paintingInputs())),
  },
  {
    name: 'a picture by the stream of a session',
    play: async (visitor) => {
      const session = visitor.newSession();
      await visitor.call('infer', paintingInputs(), session);
      await visitor.followSession(session);
    },
  },
  {
    name: 'the plain stream of a job with a session',
    play: async (visitor) => {
      const session = visitor.newSession();
      await visitor.followCall('infer', await visitor.call('infer', paintingInputs(), session), { silentMs: 1500 });
      await visitor.followSession(session, { silentMs: 1500 });
    },
  },
  {
    name: 'a picture by joining the queue',
    play: async (visitor) => {
      const session = visitor.newSession();
      await visitor.join('infer', paintingInputs(), session);
      await visitor.followSession(session);
    },
  },
  {
    name: 'previews by the plain flow',
    play: async (visitor) => visitor.followCall('preview', await visitor.call('preview', paintingInputs())),
  },
  {
    name: 'previews by the stream of a session',
    play: async (visitor) => {
      const session = visitor.newSession();
      await visitor.call('preview', paintingInputs(), session);
      await visitor.followSession(session);
    },
  },
  {
    name: 'previews as differences, by joining the queue',
    play: async (visitor) => {
      const session = visitor.newSession();
      await visitor.join('preview', paintingInputs(), session);
      await visitor.followSession(session);
    },
  },
  {
    name: 'previews as whole values, by joining the queue for them',
    play: async (visitor) => {
      const session = visitor.newSession();
      await visitor.join('preview', paintingInputs(), session, { simple_format: true });
      await visitor.followSession(session);
    },
  },
  {
    name: 'a result that is fetched later',
    play: async (visitor) => {
      const session = visitor.newSession();
      const id = await visitor.call('nothing', ['']);
      await visitor.call('warn', ['A lighthouse'], session);
      await untilNoticed();
      await visitor.followCall('nothing', id);
      await visitor.followSession(session);
    },
  },
  {
    name: 'a finished job that is read again',
    play: async (visitor) => {
      const id = await visitor.call('nothing', ['']);
      await visitor.followCall('nothing', id);
      await visitor.followCall('nothing', id, { silentMs: 700 });
      const session = visitor.newSession();
      await visitor.call('nothing', [''], session);
      await visitor.followSession(session);
      await visitor.followSession(session, { silentMs: 700 });
    },
  },
  {
    name: 'a plain stream that is left',
    play: (visitor) =>
      visitor.untilTypical(async () => {
        const id = await visitor.call('slow_stream', [2]);
        await visitor.followCall('slow_stream', id, { leaveAt: 'generating' });
        await untilNoticed();
        return isForgotten(await visitor.followCall('slow_stream', id, { silentMs: 2000 }));
      }),
  },
  {
    name: 'a stream of a session that is left',
    play: async (visitor) => {
      // A function that ran before is estimated; another try would be the first one's second run.
      await visitor.followCall('slow', await visitor.call('slow', [0.05]));
      await visitor.untilTypical(async () => {
        const session = visitor.newSession();
        await visitor.call('slow', [2], session);
        await visitor.followSession(session, { leaveAt: 'process_starts' });
        await untilNoticed();
        return isForgotten(await visitor.followSession(session, { silentMs: 2000 }));
      });
    },
  },
  {
    name: 'streams of sessions that nobody knows',
    play: async (visitor) => {
      await visitor.followCall('infer', '0123456789abcdef0123456789abcdef');
      await visitor.followCall('paint', 'x');
      await visitor.followSession('nobody');
      await visitor.send('GET', `${visitor.prefix}/queue/data`);
    },
  },
  {
    name: 'two jobs of one session',
    play: async (visitor) => {
      const session = visitor.newSession();
      await visitor.call('rest', [1], session);
      await visitor.followSession(session, { when: ['process_starts', () => visitor.call('log', ['A lighthouse'], session)] });
    },
  },
  {
    name: 'two jobs of one session, of the same function',
    play: async (visitor) => {
      const session = visitor.newSession();
      await visitor.call('rest', [1], session);
      await visitor.followSession(session, { when: ['process_starts', () => visitor.call('rest', [0.1], session)] });
    },
  },
];

// A Gradio that notices in an unusual moment that its reader has gone keeps the session, and is silent.
function isForgotten({ end }: Exchange): boolean {
  return end === 'broken off';
}

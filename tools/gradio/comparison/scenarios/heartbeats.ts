import type { Scenario } from '../scenario.ts';

/** What takes so long that it is played beside everything else, on a Space and with a function that nobody else uses. */
export const heartbeats: readonly Scenario[] = [
  {
    name: 'fifteen seconds of silence',
    kind: 'show-errors',
    play: async (visitor) => {
      const session = visitor.newSession();
      await visitor.call('slow_stream', [0], session);
      await visitor.followSession(session);
      await visitor.followSession(session, { leaveAt: 'heartbeat' });
    },
  },
  {
    name: 'fifteen seconds of silence in the plain flow',
    kind: 'show-errors',
    play: async (visitor) => {
      const id = await visitor.call('odd_number', []);
      await visitor.followCall('odd_number', id);
      await visitor.followCall('odd_number', id, { leaveAt: 'heartbeat' });
    },
  },
];

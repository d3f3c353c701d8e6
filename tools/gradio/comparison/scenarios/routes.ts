import type { Scenario } from '../scenario.ts';

/** Paths and methods: what is there, and how what is not there is refused. */
export const routes: readonly Scenario[] = [
  {
    name: 'the prefix of other releases',
    play: async (visitor) => {
      const other = visitor.prefix === '' ? '/gradio_api' : '';
      await visitor.send('POST', `${other}/call/nothing`, { json: { data: [''] } });
      await visitor.send('GET', `${other}/queue/data?session_hash=nobody`);
      await visitor.send('GET', `${other}/info`);
      await visitor.send('POST', `${other}/cancel`, { json: {} });
    },
  },
  ...[
    ['GET', '/call/infer'],
    ['GET', '/call/infer/'],
    ['PUT', '/call/infer'],
    ['DELETE', '/call/infer'],
    ['POST', '/queue/data?session_hash=nobody'],
    ['GET', '/queue/join'],
    ['GET', '/cancel'],
    ['GET', '/upload'],
    ['GET', '/reset'],
    ['POST', '/info'],
    ['POST', '/config'],
    ['GET', '/call'],
    ['POST', '/call/infer/0123'],
    ['GET', '/no/such/route'],
    ['POST', '/no/such/route'],
  ].map(([method = '', path = '']): Scenario => ({ name: `${method} ${path}`, play: (visitor) => visitor.send(method, `${visitor.prefix}${path}`) })),
  {
    name: 'a call with a slash at the end',
    play: async (visitor) => visitor.followCall('nothing', await visitor.call('nothing/', [''])),
  },
  {
    name: 'a reset',
    play: async (visitor) => {
      await visitor.send('POST', `${visitor.prefix}/reset`, { json: { event_id: 'nothing' } });
      await visitor.send('POST', `${visitor.prefix}/reset`, { json: {} });
    },
  },
  {
    name: 'the sign of life of a session',
    play: (visitor) => visitor.send('GET', `${visitor.prefix}/heartbeat/${visitor.newSession()}`, { leaveAt: 'ALIVE' }),
  },
  {
    name: 'the id of the application',
    play: (visitor) => visitor.send('GET', `${visitor.prefix}/app_id`),
  },
];

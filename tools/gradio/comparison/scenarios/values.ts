import { paintingInputs, type Scenario } from '../scenario.ts';
import type { Visitor } from '../visitor.ts';

/** Values that Python and JavaScript write, or cut, in different ways. */
export const values: readonly Scenario[] = [
  ...['7', '7.0', '0.5', '3e2', '1e-7', '0.00001', '0.1234567890123456789', '2147483646.5', '-0.0'].map((seed): Scenario => ({
    name: `the seed ${seed}`,
    play: async (visitor) => {
      const body = `{"data":${JSON.stringify(paintingInputs({ 2: 'seed', 7: 1 })).replace('"seed"', seed)}}`;
      const answer = await visitor.send('POST', `${visitor.prefix}/call/infer`, { body, headers: { 'content-type': 'application/json' } });
      await visitor.followCall('infer', /"event_id": ?"([^"]+)"/u.exec(answer.body.toString())?.[1] ?? '');
    },
  })),
  text('letters of many alphabets', 'é ß 日本語 😀👩‍🚀 end'),
  text('control characters', '\u0000\u0007\u001b[1m\u007f\u0085d'),
  text('line separators', 'a\u2028b\u2029c\r\nd'),
  text('quotes and markup', `<b>"it's" & \\ done`),
  text('nothing', ''),
  text('a long text', 'lighthouse '.repeat(2000)),
  { name: 'letters outside of the first plane that grow', play: (visitor) => visitor.call('spell', ['😀é日']).then((id) => visitor.followCall('spell', id)) },
  {
    name: 'letters outside of the first plane that grow, by joining the queue',
    play: async (visitor) => {
      const session = visitor.newSession();
      await visitor.join('spell', ['😀é日'], session);
      await visitor.followSession(session);
    },
  },
  { name: 'an error of control characters', play: (visitor) => failing(visitor, 'a\u0000b\u001b[31mc\u2028d\u007f') },
  { name: 'an error of both kinds of quotes', play: (visitor) => failing(visitor, `it's "dark"`) },
  { name: 'an error without words', play: (visitor) => failing(visitor, '') },
];

function text(name: string, prompt: string): Scenario {
  return {
    name: `a text: ${name}`,
    play: async (visitor) => {
      const session = visitor.newSession();
      await visitor.call('warn', [prompt], session);
      await visitor.followSession(session);
      await visitor.followCall('warn', await visitor.call('warn', [prompt]));
    },
  };
}

async function failing(visitor: Visitor, message: string): Promise<void> {
  const session = visitor.newSession();
  await visitor.call('fail_shown', [message], session);
  await visitor.followSession(session);
  await visitor.followCall('fail_shown', await visitor.call('fail_shown', [message]));
}

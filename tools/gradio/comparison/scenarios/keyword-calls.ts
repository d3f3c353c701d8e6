import type { Scenario } from '../scenario.ts';
import type { Visitor } from '../visitor.ts';

/** `/call/v2`, which takes inputs by their names and exists since 6.13. */
export const keywordCalls: readonly Scenario[] = [
  {
    name: 'a call by names, before and after the description was asked for',
    // A Space of its own, where nobody has asked yet.
    kind: 'full',
    play: async (visitor) => {
      await call(visitor, 'nothing', { prompt: 'A lighthouse' });
      await visitor.send('GET', `${visitor.prefix}/info`, { view: () => 'asked' });
      await follow(visitor, 'nothing', await call(visitor, 'nothing', { prompt: 'A lighthouse' }));
    },
  },
  byNames('all inputs', 'gallery', { prompt: 'A lighthouse', count: 1 }),
  byNames('defaults', 'gallery', { prompt: 'A lighthouse' }),
  byNames('a required input missing', 'gallery', { count: 1 }),
  byNames('an unknown name', 'nothing', { prompt: 'A lighthouse', colour: 'blue' }),
  byNames('a session', 'nothing', { prompt: 'A lighthouse', session_hash: 'keywords' }),
  byNames('nothing', 'odd_number', {}),
  byNames('a list', 'nothing', ['A lighthouse']),
  byNames('a function that nobody knows', 'paint', { prompt: 'A lighthouse' }),
];

function byNames(name: string, api: string, json: unknown): Scenario {
  return {
    name: `a call by names with ${name}`,
    play: async (visitor) => {
      await visitor.send('GET', `${visitor.prefix}/info`, { view: () => 'asked' });
      const id = await call(visitor, api, json);
      if (id !== '') await follow(visitor, api, id);
    },
  };
}

async function call(visitor: Visitor, api: string, json: unknown): Promise<string> {
  const { body } = await visitor.send('POST', `${visitor.prefix}/call/v2/${api}`, { json });
  return /"event_id": ?"([^"]+)"/u.exec(body.toString())?.[1] ?? '';
}

function follow(visitor: Visitor, api: string, id: string): Promise<unknown> {
  return visitor.send('GET', `${visitor.prefix}/call/v2/${api}/${id}`);
}

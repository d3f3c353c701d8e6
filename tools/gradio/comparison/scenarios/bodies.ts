import { paintingInputs, type Scenario } from '../scenario.ts';
import type { Details } from '../visitor.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

const CALLS: readonly (readonly [name: string, details: Details])[] = [
  ['no body', {}],
  ['an empty body', { body: '', headers: JSON_TYPE }],
  ['half an object', { body: '{"data": [1, 2', headers: JSON_TYPE }],
  ['a comma too much', { body: '{"data": ["a",]}', headers: JSON_TYPE }],
  ['bare words', { body: 'data', headers: JSON_TYPE }],
  ['a list', { json: ['A lighthouse'] }],
  ['a text', { json: 'A lighthouse' }],
  ['null', { json: null }],
  ['an empty object', { json: {} }],
  ['data that is an object', { json: { data: { prompt: 'A lighthouse' } } }],
  ['data that is a text', { json: { data: 'A lighthouse' } }],
  ['data that is null', { json: { data: null } }],
  ['a session that is a number', { json: { data: ['A lighthouse'], session_hash: 7 } }],
  ['a session that is an object', { json: { data: ['A lighthouse'], session_hash: {} } }],
  ['an empty session', { json: { data: ['A lighthouse'], session_hash: '' } }],
  ['two faults', { json: { data: 7, session_hash: 7 } }],
  ['plain text', { body: '{"data":["A lighthouse"]}', headers: { 'content-type': 'text/plain' } }],
  ['a form', { body: 'data=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
  ['JSON of no named type', { body: '{"data":["A lighthouse"]}' }],
];

const JOINS: readonly (readonly [name: string, json: unknown])[] = [
  ['nothing', {}],
  ['no function', { data: [''], session_hash: 'bodies' }],
  ['no session', { data: [''], fn_index: 5 }],
  ['a function that does not exist', { data: [''], fn_index: 999, session_hash: 'bodies' }],
  ['a function that is a text', { data: [''], fn_index: 'infer', session_hash: 'bodies' }],
  ['a function that is a fraction', { data: [''], fn_index: 0.5, session_hash: 'bodies' }],
  ['data that is a text', { data: 'A lighthouse', fn_index: 5, session_hash: 'bodies' }],
  ['a format that is a text', { data: [''], fn_index: 5, session_hash: 'bodies', simple_format: 'perhaps' }],
];

const CANCELS: readonly (readonly [name: string, details: Details])[] = [
  ['ids that nobody knows', { json: { session_hash: 'nobody', fn_index: 0, event_id: 'nothing' } }],
  ['a function that does not exist', { json: { session_hash: 'nobody', fn_index: 999, event_id: 'nothing' } }],
  ['nothing', { json: {} }],
  ['no event', { json: { session_hash: 'nobody', fn_index: 0 } }],
  ['wrong types', { json: { session_hash: 1, fn_index: 'x', event_id: null } }],
  ['a number in a text', { json: { session_hash: 'nobody', fn_index: '0', event_id: 'nothing' } }],
  ['no JSON', { body: 'cancel', headers: JSON_TYPE }],
];

/** Bodies that a route refuses, each in its own words, or takes although they look wrong. */
export const bodies: readonly Scenario[] = [
  ...CALLS.map(([name, details]): Scenario => ({
    name: `a call with ${name}`,
    play: (visitor) => visitor.send('POST', `${visitor.prefix}/call/nothing`, details),
  })),
  ...JOINS.map(([name, json]): Scenario => ({
    name: `joining the queue with ${name}`,
    play: (visitor) => visitor.send('POST', `${visitor.prefix}/queue/join`, { json }),
  })),
  ...CANCELS.map(([name, details]): Scenario => ({
    name: `a cancel with ${name}`,
    play: (visitor) => visitor.send('POST', `${visitor.prefix}/cancel`, details),
  })),
  {
    name: 'a call with fields that nobody asked for',
    play: async (visitor) => {
      const json = { data: paintingInputs(), fn_index: 5, event_id: 'mine', event_data: {}, trigger_id: 1, simple_format: false };
      await visitor.send('POST', `${visitor.prefix}/call/infer`, { json });
    },
  },
  {
    name: 'a function that nobody knows',
    play: async (visitor) => {
      await visitor.call('paint', ['A lighthouse']);
      await visitor.call('paint%20it', []);
      await visitor.call('', []);
    },
  },
];

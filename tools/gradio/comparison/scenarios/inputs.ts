import { paintingInputs, type Scenario } from '../scenario.ts';

/** Inputs that are not what the interface says. */
export const inputs: readonly Scenario[] = [
  painting('a slider above its maximum', { 4: 4096 }),
  painting('a slider below its minimum', { 5: 64 }),
  painting('a slider with a fraction above its maximum', { 6: 7.6 }),
  painting('a slider below zero', { 2: -1 }),
  painting('a slider off its steps', { 4: 513 }),
  painting('a slider with a fraction off its steps', { 6: 4.55 }),
  painting('a slider that is a text', { 4: '512' }),
  painting('a slider that is a word', { 4: 'wide' }),
  painting('a slider that is null', { 4: null }),
  painting('a slider that is true', { 6: true }),
  painting('a slider that is a list', { 4: [512] }),
  painting('a text that is null', { 1: null }),
  painting('a text that is a number', { 1: 7 }),
  painting('a yes or no that is null', { 3: null }),
  painting('a yes or no that is a number', { 3: 0 }),
  calling('too few inputs', 'gallery', ['A lighthouse']),
  calling('no inputs', 'gallery', []),
  calling('too many inputs', 'nothing', ['A lighthouse', 1, 2]),
  calling('a number that is null', 'rest', [null]),
  calling('a number that is a text', 'rest', ['0.01']),
  calling('a number that is a word', 'rest', ['soon']),
  { ...painting('a slider above its maximum, where errors are shown', { 4: 4096 }), kind: 'show-errors' },
  { ...painting('a slider that is a text, where errors are shown', { 4: '512' }), kind: 'show-errors' },
  { ...painting('a slider that is null, where errors are shown', { 4: null }), kind: 'show-errors' },
];

function painting(name: string, changes: Readonly<Record<number, unknown>>): Scenario {
  return calling(name, 'infer', paintingInputs(changes));
}

function calling(name: string, api: string, data: readonly unknown[]): Scenario {
  return {
    name,
    play: async (visitor) => {
      const session = visitor.newSession();
      await visitor.call(api, data, session);
      await visitor.followSession(session);
      await visitor.followCall(api, await visitor.call(api, data));
    },
  };
}

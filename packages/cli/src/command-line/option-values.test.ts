import { describe, expect, it } from 'vitest';
import { Settings } from '../configuration/settings.ts';
import { UsageError } from '../errors/usage-error.ts';
import { OptionValues } from './option-values.ts';

const options = [
  { flags: '--model <name>', description: 'model', variable: 'HYPOTEZ_MODEL' },
  { flags: '-n, --count <number>', description: 'pictures' },
  { flags: '--steps <number>', description: 'steps', variable: 'HYPOTEZ_STEPS' },
  { flags: '--preview', description: 'previews', variable: 'HYPOTEZ_PREVIEW' },
];

interface Sources {
  readonly typed?: Readonly<Record<string, string | true>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly file?: Readonly<Record<string, string>>;
}

function values({ typed = {}, environment = {}, file = {} }: Sources): OptionValues {
  return new OptionValues(new Map(Object.entries(typed)), options, new Settings(environment, file));
}

describe('the value of an option', () => {
  it('is what was typed, else what the environment says, else what the file says', () => {
    const all = { typed: { '--model': 'typed' }, environment: { HYPOTEZ_MODEL: 'set' }, file: { HYPOTEZ_MODEL: 'written' } };
    expect([values(all).text('--model'), values(all).origin('--model')]).toEqual(['typed', 'command line']);
    expect([values({ ...all, typed: {} }).text('--model'), values({ ...all, typed: {} }).origin('--model')]).toEqual(['set', 'environment']);
    expect([values({ file: all.file }).text('--model'), values({ file: all.file }).origin('--model')]).toEqual(['written', '.env']);
    expect([values({}).text('--model'), values({}).origin('--model')]).toEqual([undefined, undefined]);
  });

  it('is not an empty variable', () => {
    expect(values({ environment: { HYPOTEZ_MODEL: ' ' }, file: { HYPOTEZ_MODEL: 'written' } }).text('--model')).toBe('written');
  });

  it('comes from no variable where none stands for it', () => {
    expect(values({ environment: { HYPOTEZ_COUNT: '3' } }).number('--count')).toBeUndefined();
  });

  it('is called what it is called where it is wrong', () => {
    expect(() => values({ typed: { '--steps': 'many' } }).number('--steps')).toThrow('--steps is "many", which is no number.');
    expect(() => values({ file: { HYPOTEZ_STEPS: 'many' } }).number('--steps')).toThrow('HYPOTEZ_STEPS is "many", which is no number.');
  });
});

describe('an option without a value', () => {
  it.each([['1', true], ['yes', true], ['TRUE', true], ['on', true], ['0', false], ['no', false], ['False', false], ['off', false]])('takes %s from its variable for %s', (text, isOn) => {
    expect(values({ environment: { HYPOTEZ_PREVIEW: text } }).flag('--preview')).toBe(isOn);
  });

  it('is on when it was typed, and off otherwise', () => {
    expect(values({ typed: { '--preview': true }, environment: { HYPOTEZ_PREVIEW: '0' } }).flag('--preview')).toBe(true);
    expect(values({}).flag('--preview')).toBe(false);
  });

  it('refuses any other word', () => {
    expect(() => values({ environment: { HYPOTEZ_PREVIEW: 'maybe' } }).flag('--preview')).toThrow(UsageError);
  });
});

describe('the values of an option that may be repeated', () => {
  it('are all that was typed', () => {
    const repeated = new OptionValues(new Map([['--image', ['a', 'b']]]), [{ flags: '--image <path>', description: 'picture', repeated: true }], new Settings({}, {}));
    expect([repeated.texts('--image'), repeated.text('--image')]).toEqual([['a', 'b'], undefined]);
    expect(values({}).texts('--image')).toEqual([]);
  });
});

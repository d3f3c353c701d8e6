import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { longName } from '../command-line/command-option.ts';
import { commands } from './command-table.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

describe.each(commands)('the command $name', ({ name, summary, options, examples, variables = [], load }) => {
  it('has a summary and descriptions in one style: lower case, no full stop', () => {
    for (const text of [summary, ...options.map(({ description }) => description)]) {
      expect(text).toMatch(/^(?:[a-z"]|[A-Z][A-Za-z]*[ ,]).*[^.]$/u);
    }
  });

  it('has examples, with options that it knows', () => {
    expect(examples.length).toBeGreaterThan(0);
    const known = [...options.flatMap(({ flags }) => flags.match(/(?<![\w-])--?[a-z][\w-]*/gu) ?? []), '--help'];
    for (const { command } of examples) {
      expect(command).toContain(`hypotez ${name}`);
      const own = command.slice(command.indexOf(`hypotez ${name}`)).replace(/"[^"]*"/gu, '').split(/[|;>]/u)[0] ?? '';
      expect(known).toEqual(expect.arrayContaining(own.match(/(?<=\s)--?[a-z][\w-]*/gu) ?? []));
    }
  });

  it('has no option twice', () => {
    const names = options.map(longName);
    expect(new Set(names).size).toBe(names.length);
  });

  it('has every variable in the README', () => {
    for (const variable of [...variables, ...options.flatMap((option) => (option.variable === undefined ? [] : [option.variable]))]) {
      expect(readme).toContain(`\`${variable}\``);
    }
  });

  it('does something', async () => {
    expect(typeof await load()).toBe('function');
  });
});

import { describe, expect, it } from 'vitest';
import { hypotezCalls } from './hypotez-calls.ts';
import { shellCommands } from './shell-command.ts';

const block = (code: string): Parameters<typeof shellCommands>[0] => ({ file: 'page.md', line: 3, language: 'sh', flags: [], code });

describe('the commands of a shell block', () => {
  it('lose comments and prompts and keep their line', () => {
    expect(shellCommands(block('# first\n\n$ npm test   # all of them'))).toEqual([{ place: 'page.md:5', text: 'npm test' }]);
  });

  it('are joined where a line is continued', () => {
    expect(shellCommands(block('hypotez generate "a" \\\n  --seed 1'))).toEqual([{ place: 'page.md:4', text: 'hypotez generate "a"   --seed 1' }]);
  });
});

describe('the uses of hypotez', () => {
  it('are read with sub-command and options', () => {
    expect(hypotezCalls({ text: 'npx hypotez generate "a cat" --seed 1 --json | jq .' })).toEqual([
      { subCommand: 'generate', options: ['--seed', '--json'] },
    ]);
  });

  it('are found inside another command', () => {
    expect(hypotezCalls({ text: 'open "$(hypotez generate "a cat" --embedded)"' })).toEqual([{ subCommand: 'generate', options: ['--embedded'] }]);
  });

  it('are found behind npm run', () => {
    expect(hypotezCalls({ text: 'npm run hypotez -- generate "a cat" --seed 1' })).toEqual([{ subCommand: 'generate', options: ['--seed'] }]);
  });

  it('are not the names of packages and folders', () => {
    expect(hypotezCalls({ text: 'npm install @hypotez/cli && cd hypotez' })).toEqual([]);
  });
});

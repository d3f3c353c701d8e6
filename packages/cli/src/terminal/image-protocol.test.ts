import { describe, expect, it } from 'vitest';
import { Settings } from '../configuration/settings.ts';
import { UsageError } from '../errors/usage-error.ts';
import { protocolByEnvironment } from './image-protocol.ts';

function protocol(env: Readonly<Record<string, string>>): string | undefined {
  return protocolByEnvironment(env, new Settings(env));
}

describe('protocolByEnvironment', () => {
  it.each([
    ['kitty', { TERM: 'xterm-kitty', KITTY_WINDOW_ID: '1' }],
    ['kitty', { TERM: 'xterm-256color', KITTY_WINDOW_ID: '1' }],
    ['kitty', { TERM: 'xterm-ghostty' }],
    ['kitty', { TERM: 'xterm-256color', TERM_PROGRAM: 'ghostty' }],
    ['iterm', { TERM: 'xterm-256color', TERM_PROGRAM: 'iTerm.app' }],
    ['iterm', { TERM: 'xterm-256color', LC_TERMINAL: 'iTerm2' }],
    ['iterm', { TERM: 'xterm-256color', TERM_PROGRAM: 'WezTerm' }],
  ])('finds %s in %j', (name, env) => {
    expect(protocol(env)).toBe(name);
  });

  it.each([
    [{ TERM: 'xterm-256color' }],
    [{}],
    [{ TERM: 'xterm-256color', TERM_PROGRAM: 'vscode', KITTY_WINDOW_ID: '1' }],
    [{ TERM: 'xterm', XTERM_VERSION: 'XTerm(379)', KITTY_WINDOW_ID: '1' }],
  ])('asks the terminal for %j', (env) => {
    expect(protocol(env)).toBeUndefined();
  });

  it.each([[{ TMUX: '/tmp/tmux-0/default,1,0' }], [{ STY: '1.pts' }], [{ TERM: 'tmux-256color' }]])('does not take the names of the terminal around a multiplexer, with %j', (env) => {
    expect(protocol({ TERM_PROGRAM: 'iTerm.app', KITTY_WINDOW_ID: '1', LC_TERMINAL: 'iTerm2', ...env })).toBeUndefined();
  });

  it.each(['kitty', 'iterm', 'sixel', 'none'])('does what HYPOTEZ_IMAGES=%s says', (choice) => {
    expect(protocol({ TERM: 'xterm-kitty', TMUX: '1', HYPOTEZ_IMAGES: choice })).toBe(choice);
  });

  it('refuses any other HYPOTEZ_IMAGES', () => {
    expect(() => protocol({ HYPOTEZ_IMAGES: 'ascii' })).toThrow(UsageError);
  });
});

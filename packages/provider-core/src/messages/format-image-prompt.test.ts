import { describe, expect, it } from 'vitest';
import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { formatImagePrompt } from './format-image-prompt.ts';
import type { Messages } from './messages.ts';

const user = (content: Messages[number]['content']): Messages[number] => ({ role: 'user', content });

describe('formatImagePrompt', () => {
  it('takes the explicit prompt before any message', () => {
    expect(formatImagePrompt([user('a dog')], 'a cat')).toBe('a cat');
  });

  it('passes over an explicit prompt of white space', () => {
    expect(formatImagePrompt([user('a dog')], ' \n\t ')).toBe('a dog');
  });

  it('takes white space off both ends only', () => {
    expect(formatImagePrompt([], '  two  words\nand a line ')).toBe('two  words\nand a line');
  });

  it('joins the last run of user messages by line feeds', () => {
    const messages: Messages = [user('old'), { role: 'assistant', content: 'done' }, user('a cat'), user('in the rain')];
    expect(formatImagePrompt(messages)).toBe('a cat\nin the rain');
  });

  it.each(['system', 'developer', 'assistant', 'tool'] as const)('ends the run at a message of the role %s', (role) => {
    expect(formatImagePrompt([user('old'), { role, content: 'between' }, user('new')])).toBe('new');
  });

  it('finds the user behind later messages of others', () => {
    expect(formatImagePrompt([user('a cat'), { role: 'assistant', content: 'which one?' }, { role: 'tool', content: '42' }])).toBe('a cat');
  });

  it('takes the text of parts and passes over images', () => {
    const parts = [
      { type: 'text', text: ' a cat ' },
      { type: 'image_url', image_url: { url: 'https://example.com/cat.png' } },
      { type: 'text', text: '  ' },
      { type: 'text', text: 'on a mat' },
    ] as const;
    expect(formatImagePrompt([user(parts)])).toBe('a cat\non a mat');
  });

  it('leaves no empty lines for user messages without text', () => {
    expect(formatImagePrompt([user('a cat'), user('  '), user([]), user('asleep')])).toBe('a cat\nasleep');
  });

  it.each<[string, Messages]>([
    ['no messages', []],
    ['no user message', [{ role: 'system', content: 'be kind' }]],
    ['a user message of white space', [user(' \n ')]],
    ['a user message of images alone', [user([{ type: 'image_url', image_url: { url: 'https://example.com/a.png' } }])]],
  ])('refuses %s', (_name, messages) => {
    expect(() => formatImagePrompt(messages)).toThrow(InvalidRequestError);
    expect(() => formatImagePrompt(messages)).toThrow(/^messages is .+; allowed is at least one user message with text, or a prompt\.$/u);
  });

  it('does not go back to an older run when the last one has no text', () => {
    expect(() => formatImagePrompt([user('old'), { role: 'assistant', content: 'done' }, user('')])).toThrow(InvalidRequestError);
  });

  it('repeats nothing of a conversation in its error', () => {
    expect(() => formatImagePrompt([{ role: 'system', content: 'CANARY' }])).toThrow(/^(?!.*CANARY)messages is \[hidden\]/u);
  });
});

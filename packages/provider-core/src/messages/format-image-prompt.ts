import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { requestProblem } from '../errors/request-problem.ts';
import type { Message, Messages } from './messages.ts';

/**
 * Makes the prompt of an image from a conversation.
 *
 * The explicit `prompt` wins. Without one it is the text of the last run of user messages: of all user messages after the
 * last message of anybody else, joined by line feeds. White space around it is taken off.
 *
 * @throws {InvalidRequestError} when no text is left.
 */
export function formatImagePrompt(messages: Messages, prompt?: string): string {
  const explicit = prompt?.trim() ?? '';
  if (explicit !== '') return explicit;
  const text = lastUserRun(messages).map(textOf).filter((part) => part !== '').join('\n').trim();
  if (text !== '') return text;
  const problem = prompt !== undefined && messages.length === 0
    ? requestProblem('prompt', explicit, 'a text that is not blank')
    : requestProblem('messages', messages, 'at least one user message with text, or a prompt');
  throw new InvalidRequestError([problem]);
}

/** The last user messages that stand together, tools and assistants after them left aside. */
function lastUserRun(messages: Messages): readonly Message[] {
  const end = messages.findLastIndex(({ role }) => role === 'user') + 1;
  const start = messages.slice(0, end).findLastIndex(({ role }) => role !== 'user') + 1;
  return messages.slice(start, end);
}

function textOf({ content }: Message): string {
  if (typeof content === 'string') return content.trim();
  return content
    .flatMap((part) => (part.type === 'text' ? [part.text.trim()] : []))
    .filter((text) => text !== '')
    .join('\n');
}

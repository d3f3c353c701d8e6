import { cleanText } from '@hypotez/provider-core';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

/**
 * Makes plain text of what a Space says: Gradio shows errors and log lines as HTML, ZeroGPU's hold links.
 *
 * Tags go, the text of HTML and Markdown links stays. Gradio 4.x sends `repr(message)`, so outer quotes go too. What is no
 * text becomes the empty one.
 */
export function plainText(text: unknown, maximumLength = 500): string {
  if (typeof text !== 'string') return '';
  // Most texts are a plain word, such as the name of a step, and come with every step.
  if (text.length <= maximumLength && /^[\w .,:]*$/u.test(text)) return text.trim();
  const withoutTags = unquote(text.slice(0, 65_536).trim())
    .replace(/<\/?[a-z][^<>]*>/giu, '')
    .replace(/\[([^[\]]+)\]\(https?:[^()\s]*\)/giu, '$1')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/gu, (entity, name: string) => ENTITIES[name] ?? entity);
  return cleanText(withoutTags, maximumLength);
}

/** Takes off the quotes of Python's `repr`, single or, where the text holds a single one, double. */
function unquote(text: string): string {
  // `repr` escapes its own quote inside; a text that merely begins and ends with a quotation does not.
  const [, , inner] = /^(['"])((?:\\.|(?!\1)[^\\])*)\1$/su.exec(text) ?? [];
  return inner?.replace(/\\(['"\\n])/gu, (_whole, escaped: string) => (escaped === 'n' ? ' ' : escaped)) ?? text;
}

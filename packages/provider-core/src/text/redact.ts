import { createPartFinder, type Span } from './find-parts.ts';

// The blanks are counted: looking back over any number of them takes quadratic time, which a hostile text would use.
const SECRET_SHAPES: readonly RegExp[] = [
  // `Bearer …`, `Basic …` and a header, field or query value that is named like a secret, also in JSON inside JSON.
  /(?<=\b(?:bearer|basic)\s{1,4})[\w.~+/=-]{6,}/giu,
  /(?<=\b(?:authorization|api[-_]?key|access[-_]?token|token|__sign|password|secret)\\?["']?\s{0,4}[=:]\s{0,4}\\?["']?)(?!bearer\b|basic\b)[^\s"'&,;]{4,}/giu,
  /(?<=[?&][\w.-]*(?:key|token|sign|signature|secret|password|credential)=)[^\s"'&#]+/giu,
  // Tokens that are recognised by their beginning (Hugging Face, OpenAI and look-alikes, GitHub, JSON Web Tokens).
  /\b(?:hf_|sk-|ghp_|r8_)[\w-]{8,}|\beyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]+)?/gu,
  // The credentials inside a URL.
  /(?<=\b[a-z][a-z\d+.-]*:\/\/)[^\s/@]+(?=@)/giu,
];

/** What stands where a credential or a prompt stood. */
export const REDACTED = '[redacted]';

/** Texts from this length on, in characters, are no part of other words by chance. */
const DISTINCTIVE_LENGTH = 8;

/** Longest text that is looked through, in characters; what is longer is cut. */
const MAXIMUM_LENGTH = 64 * 1024;

/** Takes credentials and prompts out of a text. */
export type Redactor = (text: string) => string;

/**
 * Takes credentials and prompts out of a text.
 *
 * `secrets` are taken out wherever they stand, those below 8 characters as whole words only; what looks like a credential
 * goes in any case. For parts of them and other encodings see `createRedactor`.
 */
export function redact(text: string, secrets: readonly string[] = []): string {
  return createRedactor(secrets)(text);
}

/**
 * Makes the function that takes known credentials and prompts out of texts, and what looks like a credential.
 *
 * Found are also parts, 8 characters of a credential and 16 of a prompt, white space and `+` not counted; other white space and
 * other cases; and what is encoded as in JSON, URLs, HTML or base64, also several times over. Not found are shorter parts,
 * other encodings, and words of the same meaning. Texts are cut at 65536 characters.
 */
export function createRedactor(secrets: readonly string[], prompts: readonly string[] = []): Redactor {
  const known = [...secrets, ...prompts].filter((secret) => secret.trim() !== '').sort((a, b) => b.length - a.length);
  const patterns = known.map(patternOf);
  const findParts = createPartFinder([...secrets.map((text) => ({ text, length: 8 })), ...prompts.map((text) => ({ text, length: 16 }))]);
  return (text) => {
    // Whole ones first: what is left in one piece by that can only be a part.
    const withoutKnown = patterns.reduce<string>((rest, pattern) => rest.replaceAll(pattern, REDACTED), text.slice(0, MAXIMUM_LENGTH));
    return SECRET_SHAPES.reduce<string>((rest, shape) => rest.replace(shape, REDACTED), withoutSpans(withoutKnown, findParts(withoutKnown)));
  };
}

function withoutSpans(text: string, spans: readonly Span[]): string {
  let rest = '';
  let from = 0;
  for (const { start, end } of spans) {
    rest += text.slice(from, start) + REDACTED;
    from = end;
  }
  return rest + text.slice(from);
}

/** A short secret matches where it is no part of a longer word, so that the prompt "cat" leaves "category" alone. */
function patternOf(secret: string): string | RegExp {
  if (secret.length >= DISTINCTIVE_LENGTH) return secret;
  const escaped = secret.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped}(?![\p{L}\p{N}])`, 'gu');
}

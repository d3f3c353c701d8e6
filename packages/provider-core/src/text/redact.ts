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

/**
 * Takes credentials and prompts out of a text.
 *
 * `secrets` are taken out wherever they stand, those below 8 characters as whole words only; what looks like a credential
 * goes in any case.
 */
export function redact(text: string, secrets: readonly string[] = []): string {
  const known = secrets.filter((secret) => secret.trim() !== '').sort((a, b) => b.length - a.length);
  const withoutKnown = known.reduce((rest, secret) => rest.replaceAll(patternOf(secret), REDACTED), text);
  return SECRET_SHAPES.reduce((rest, shape) => rest.replace(shape, REDACTED), withoutKnown);
}

/** A short secret matches where it is no part of a longer word, so that the prompt "cat" leaves "category" alone. */
function patternOf(secret: string): string | RegExp {
  if (secret.length >= DISTINCTIVE_LENGTH) return secret;
  const escaped = secret.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped}(?![\p{L}\p{N}])`, 'gu');
}

const SECRET_SHAPES: readonly RegExp[] = [
  // `Bearer …`, `Basic …` and a header or query value that is named like a secret.
  /(?<=\b(?:bearer|basic)\s+)[\w.~+/=-]{6,}/giu,
  /(?<=\b(?:authorization|api[-_]?key|access[-_]?token|token|__sign|password|secret)["']?\s*[=:]\s*["']?)(?!bearer\b|basic\b)[^\s"'&,;]{4,}/giu,
  // Tokens that are recognised by their beginning (Hugging Face, OpenAI and look-alikes, GitHub, JSON Web Tokens).
  /\b(?:hf_|sk-|ghp_|r8_)[\w-]{8,}|\beyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]+)?/gu,
  // The credentials inside a URL.
  /(?<=\b[a-z][a-z\d+.-]*:\/\/)[^\s/@]+(?=@)/giu,
];

/** What stands where a credential or a prompt stood. */
export const REDACTED = '[redacted]';

/**
 * Takes credentials and prompts out of a text.
 *
 * `secrets` are taken out wherever they stand as whole words; what looks like a credential goes in any case.
 */
export function redact(text: string, secrets: readonly string[] = []): string {
  const known = secrets.filter((secret) => secret.trim() !== '').sort((a, b) => b.length - a.length);
  const withoutKnown = known.reduce((rest, secret) => rest.replace(wholeWord(secret), REDACTED), text);
  return SECRET_SHAPES.reduce((rest, shape) => rest.replace(shape, REDACTED), withoutKnown);
}

/** Matches `secret` where it is no part of a longer word, so that the prompt "cat" leaves "category" alone. */
function wholeWord(secret: string): RegExp {
  const escaped = secret.replace(/[\\^$.*+?()[\]{}|/-]/gu, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped}(?![\p{L}\p{N}])`, 'gu');
}

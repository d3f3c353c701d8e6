const LONGEST_SLUG = 40;

/** A prompt as part of a file name: a-z, 0-9 and single dashes, at most 40 characters; `picture` when nothing is left. */
export function slug(text: string): string {
  const plain = text
    .normalize('NFKD')
    // Without this an accent would become a dash in the middle of its word.
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-/u, '');
  return plain.slice(0, LONGEST_SLUG).replace(/-$/u, '') || 'picture';
}

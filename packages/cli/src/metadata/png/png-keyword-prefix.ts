/** What the keywords of hypotez begin with. A blank and not a colon: exiftool makes `Hypotez Seed` of it. */
export const PNG_KEYWORD_PREFIX = 'hypotez ';

/** What the keywords of hypotez begin with, so that no other program's text is taken for one. */
export const PNG_KEYWORD_PREFIX = 'hypotez:';

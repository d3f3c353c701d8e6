/** Most lines of code of a finished plugin by its kind: it is data and one generator. */
export const MOST_LINES: Readonly<Record<'space' | 'http', number>> = { space: 120, http: 250 };

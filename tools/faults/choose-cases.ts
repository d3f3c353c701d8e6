import type { PlayableCase } from './play-case.ts';

/** The cases that all of the words choose: a number its fault, what begins with one the beginning of an id, any other a part of one. */
export function chooseCases(cases: readonly PlayableCase[], words: readonly string[]): readonly PlayableCase[] {
  return cases.filter(({ id, fault }) => words.every((word) => {
    if (/^\d+$/u.test(word)) return fault === Number(word);
    return /^\d/u.test(word) ? id.startsWith(word) : id.includes(word);
  }));
}

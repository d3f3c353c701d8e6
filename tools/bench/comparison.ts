import type { Measurement, Promised } from './row.ts';
import { median, spread } from './statistics.ts';

/** One figure of all subjects; values of the same index were measured one right after the other. */
export interface Comparison {
  readonly what: string;
  readonly digits: number;
  readonly ours: readonly number[];
  readonly bound?: readonly number[] | undefined;
  readonly gradio?: readonly number[] | undefined;
  /** Whether a ratio to the bound means something; not where the values may be nothing. Default true. */
  readonly ratio?: boolean;
  /** What is promised of the ratio of ours to the bound, and of ours itself. */
  readonly expectations?: readonly Expectation[] | undefined;
}

/** `most` and `least` are multiples of the bound, `ahead` asks for less than `@gradio/client`, `under` is a figure of ours. */
export type Expectation =
  | { readonly kind: 'most' | 'least'; readonly ratio: number }
  | { readonly kind: 'ahead' }
  | { readonly kind: 'under'; readonly limit: number };

/** Makes a line of the table. */
export function compare(comparison: Comparison): Measurement {
  const { what, digits, ours, bound, gradio, ratio = true, expectations = [] } = comparison;
  const ratios = bound === undefined || !ratio ? [] : ratiosOf(ours, bound);
  return {
    what,
    ours: spread(ours, digits),
    bound: bound === undefined ? undefined : spread(bound, digits),
    gradio: gradio === undefined ? undefined : spread(gradio, digits),
    ratio: ratios.length === 0 ? undefined : spread(ratios, 2),
    promise: expectations.length === 0 ? undefined : together(expectations.map((expectation) => judge(expectation, comparison, ratios))),
  };
}

/** The ratio is made within each turn, since the machine's mood changes from turn to turn. */
function ratiosOf(ours: readonly number[], other: readonly number[]): readonly number[] {
  return ours.map((value, index) => value / (other[index] ?? Number.NaN));
}

function judge(expectation: Expectation, { ours, gradio = [], digits }: Comparison, ratios: readonly number[]): Promised {
  switch (expectation.kind) {
    case 'most':
      return { target: `at most ${expectation.ratio.toString()} × bound`, isMet: median(ratios) <= expectation.ratio };
    case 'least':
      return { target: `at least ${expectation.ratio.toString()} × bound`, isMet: median(ratios) >= expectation.ratio };
    case 'ahead':
      return { target: 'ahead of @gradio/client', isMet: median(ratiosOf(ours, gradio)) < 1 };
    case 'under':
      return { target: `at most ${expectation.limit.toFixed(digits)}`, isMet: median(ours) <= expectation.limit };
  }
}

function together(expectations: readonly Promised[]): Promised {
  return { target: expectations.map(({ target }) => target).join(', '), isMet: expectations.every(({ isMet }) => isMet) };
}

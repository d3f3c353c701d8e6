import { bundle, type Bundle } from '../bundle/bundle.ts';
import type { Measurement, Row } from '../row.ts';

/** A program for the browser, and the most that it may weigh, in KiB after gzip. */
interface Program {
  readonly label: string;
  readonly code: string;
  readonly limitKiB: number;
}

const PROGRAMS: readonly Program[] = [
  { label: 'plugin', code: "export { StabilityAI_SD35Large } from '@hypotez/provider-stabilityai-sd35';", limitKiB: 24 },
  {
    label: 'registry and plugin',
    code: "export { createRegistry } from '@hypotez/provider-core'; export { stabilityAiSd35 } from '@hypotez/provider-stabilityai-sd35';",
    limitKiB: 34,
  },
];

/** Weight of a web page's part. */
export const bundleSizes: Row = {
  title: 'Bundle for browsers',
  measure: async () => (await Promise.all(PROGRAMS.map(async (program) => lines(program, await bundle(program.code))))).flat(),
};

function lines({ label, limitKiB }: Program, { gzipBytes, minifiedBytes, packages, forbidden }: Bundle): readonly Measurement[] {
  const size = gzipBytes / 1024;
  const alone = { bound: '', ratio: '', target: '', isMet: undefined };
  return [
    { ...alone, what: `KiB after gzip, ${label}`, ours: size.toFixed(1), target: `at most ${limitKiB.toString()}`, isMet: size <= limitKiB },
    {
      ...alone,
      what: `imports for Node only, ${label}`,
      ours: forbidden.length === 0 ? 'none' : forbidden.join(', '),
      target: 'none',
      isMet: forbidden.length === 0,
    },
    { ...alone, what: `KiB before gzip, ${label}`, ours: (minifiedBytes / 1024).toFixed(1) },
    ...packages.map(({ name, bytes }) => ({ ...alone, what: `- of these ${name}`, ours: (bytes / 1024).toFixed(1) })),
  ];
}

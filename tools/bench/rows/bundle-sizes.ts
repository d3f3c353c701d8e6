import { bundle, type Bundle } from '../bundle/bundle.ts';
import { installPackages } from '../packages/install-packages.ts';
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

const GRADIO = "export { Client } from '@gradio/client';";
const AI_SDK = "export { generateImage } from 'ai'; export { createOpenAI } from '@ai-sdk/openai';";

/** Weight of a web page's part. */
export const bundleSizes: Row = {
  title: 'Bundle for browsers',
  measure: async () => {
    const { gradio, aiSdk } = await installPackages();
    const others = { gradio: kibibytes((await bundle(GRADIO, { folder: gradio.folder })).gzipBytes), aiSdk: kibibytes((await bundle(AI_SDK, { folder: aiSdk.folder })).gzipBytes) };
    return (await Promise.all(PROGRAMS.map(async (program) => lines(program, { first: await bundle(program.code, { isWhole: false }), whole: await bundle(program.code) }, others)))).flat();
  },
};

/** What a program loads at once, and with all that it may load late. */
interface Bundles {
  readonly first: Bundle;
  readonly whole: Bundle;
}

function lines({ label, limitKiB }: Program, { first, whole }: Bundles, others: Pick<Measurement, 'gradio' | 'aiSdk'>): readonly Measurement[] {
  return [
    {
      what: `KiB after gzip, ${label}, loaded at once`,
      ours: kibibytes(first.gzipBytes),
      promise: { target: `at most ${limitKiB.toString()}`, isMet: first.gzipBytes / 1024 <= limitKiB },
    },
    { what: `KiB after gzip, ${label}, all that can be loaded`, ours: kibibytes(whole.gzipBytes), ...others },
    {
      what: `imports for Node only, ${label}`,
      ours: whole.forbidden.length === 0 ? 'none' : whole.forbidden.join(', '),
      promise: { target: 'none', isMet: whole.forbidden.length === 0 },
    },
    { what: `KiB before gzip, ${label}, all that can be loaded`, ours: kibibytes(whole.minifiedBytes) },
    ...whole.packages.map(({ name, bytes }) => ({ what: `- of these ${name}`, ours: kibibytes(bytes) })),
  ];
}

function kibibytes(bytes: number): string {
  return (bytes / 1024).toFixed(1);
}

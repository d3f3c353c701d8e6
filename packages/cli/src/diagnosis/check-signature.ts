import type { AsyncGeneratorProvider } from '@hypotez/provider-core';
import type { SignatureReport } from '@hypotez/provider-gradio';
import type { Examination } from './examination.ts';
import { brokenBy, isFindable, type Finding } from './finding.ts';
import { isSpace } from './is-space.ts';
import { withDeadline } from './with-deadline.ts';

/** Reading two small documents takes no longer than this many waits for an answer. */
const WAITS = 3;

/** Looks whether the Space still takes what the plugin sends: names, order, components and bounds. Starts no job. */
export async function checkSignature(provider: AsyncGeneratorProvider, { proxy, signal, timeoutMs }: Examination): Promise<Finding> {
  if (!isSpace(provider)) return { check: 'signature', status: 'skipped', message: 'not looked at: this service does not describe itself' };
  try {
    const report = await withDeadline(timeoutMs * WAITS, signal, (limited) => provider.signature({ signal: limited, proxy }));
    return describe(report, provider.inputs.length);
  } catch (thrown) {
    if (!isFindable(thrown)) throw thrown;
    return brokenBy('signature', thrown);
  }
}

function describe({ gradioVersion, differences, unknown, matches }: SignatureReport, inputs: number): Finding {
  const version = gradioVersion === undefined ? '' : `, Gradio ${gradioVersion}`;
  if (!matches) {
    return {
      check: 'signature',
      status: 'broken',
      message: `The Space takes something else than the plugin sends${version}.`,
      details: differences.map(({ kind, input, expected, found }) => `${input}: the plugin's ${kind} is ${expected}, the Space's ${found}`),
      advice: 'Update hypotez, or use another Space with --url; values that both accept may still work.',
      code: 'protocol',
    };
  }
  if (unknown.length > 0) return { check: 'signature', status: 'note', message: `as the plugin sends it, but the Space does not tell its ${unknown.join(' and ')}${version}` };
  return { check: 'signature', status: 'ok', message: `the ${inputs} inputs are as the plugin sends them${version}` };
}

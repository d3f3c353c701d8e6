import { cleanText, propertyOf, type ProviderError } from '@hypotez/provider-core';
import { SpaceBrokenError, SpaceBuildingError, SpacePausedError, SpaceSleepingError, isHuggingFaceSpace, stageError } from '@hypotez/provider-gradio';
import { ask, type Examination } from './examination.ts';
import { brokenBy, isFindable, type Finding } from './finding.ts';

const HUB = 'https://huggingface.co';

/** The Hub's answer is small; the limit protects from one that is not. */
const MAXIMUM_ANSWER_BYTES = 256 * 1024;

/**
 * Looks whether the Space runs: asks the Hub for one on `*.hf.space`, without a token; of any other service only its own
 * answer is known.
 */
export async function checkState(examination: Examination, failure: ProviderError | undefined): Promise<Finding> {
  const known = isHuggingFaceSpace(examination.url) ? await askHub(examination) : undefined;
  if (known?.status === 'broken' || failure === undefined) return known ?? { check: 'state', status: 'ok', message: 'it works, as far as its page shows' };
  return brokenState(failure);
}

function brokenState(error: ProviderError): Finding {
  if (error instanceof SpaceSleepingError || error instanceof SpaceBuildingError) return brokenBy('state', error, 'Wait a minute or two and look again.');
  if (error instanceof SpacePausedError || error instanceof SpaceBrokenError) return brokenBy('state', error, 'Ask its owner, or use another Space with --url.');
  return brokenBy('state', error);
}

async function askHub(examination: Examination): Promise<Finding> {
  const { hostname } = new URL(examination.url);
  const subdomain = hostname.slice(0, hostname.indexOf('.'));
  try {
    const response = await ask(examination, { url: `${HUB}/api/spaces/by-subdomain/${encodeURIComponent(subdomain)}` });
    if (!response.ok) {
      response.cancel();
      // A private Space is hidden from whoever asks without a token, and the Hub gets none from here.
      return { check: 'state', status: 'note', message: `the Hub does not tell (HTTP ${response.status}); it hides private Spaces` };
    }
    const { stage, hardware } = runtimeOf(await response.json(MAXIMUM_ANSWER_BYTES));
    if (stage === undefined) return { check: 'state', status: 'note', message: 'the Hub does not tell' };
    const error = stageError(stage, hostname);
    if (error === undefined) return { check: 'state', status: 'ok', message: [cleanText(stage, 80).toLowerCase(), ...(hardware === undefined ? [] : [`on ${cleanText(hardware, 80)}`])].join(' ') };
    return brokenState(error);
  } catch (thrown) {
    if (!isFindable(thrown)) throw thrown;
    return { check: 'state', status: 'note', message: `the Hub could not be asked: ${thrown.message}` };
  }
}

function runtimeOf(answer: unknown): { readonly stage?: string | undefined; readonly hardware?: string | undefined } {
  const runtime = propertyOf(answer, 'runtime');
  return { stage: textOf(propertyOf(runtime, 'stage')), hardware: textOf(propertyOf(propertyOf(runtime, 'hardware'), 'current')) };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

import { ProviderError } from '@hypotez/provider-core';
import { hold } from '../../steps/hold.ts';
import { requestsOf } from '../../wires/requests-of.ts';
import { firstHalf } from '../answers/first-half.ts';
import type { ConformanceCheck } from '../conformance-check.ts';
import type { ConformanceSubject } from '../conformance-scenario.ts';
import { requireThat } from '../require-that.ts';
import { collect } from '../trial/collect.ts';
import { openTrial, type Trial, type TrialOptions } from '../trial/open-trial.ts';
import { requireImage } from '../trial/require-image.ts';
import { until } from '../trial/until.ts';
import { within } from '../trial/within.ts';

const SIGNAL = 'Hand generation.signal to every request and to everything else that waits.';

/** A service that falls silent in the middle. */
const HELD: TrialOptions = { answers: { news: (healthy) => [...firstHalf(healthy), hold()] }, clockFactor: 1 };

/** How a run is ended from outside. */
export const endingChecks: readonly ConformanceCheck[] = [
  {
    id: 'abort-before',
    title: 'sends nothing when it was aborted before',
    run: async (subject) => {
      await using trial = await openTrial(subject);
      const { error } = await trial.run({ signal: AbortSignal.abort() });
      requireThat(error instanceof ProviderError && error.code === 'aborted', `An aborted request ended in: ${String(error)}`, SIGNAL);
      requireThat(trial.server.connections === 0, 'A connection was made for an aborted request.', SIGNAL);
    },
  },
  {
    id: 'abort-during',
    title: 'ends when it is aborted in the middle',
    run: async (subject) => {
      await using trial = await openTrial(subject, HELD);
      const controller = new AbortController();
      const outcome = trial.run({ signal: controller.signal });
      await followed(trial, subject);
      controller.abort();
      const { error } = await outcome;
      requireThat(error instanceof ProviderError && error.code === 'aborted', `The abort ended in: ${String(error)}`, SIGNAL);
      requireThat(error.billed === 'maybe', `The error says billed: '${error.billed}', though the job was started.`, 'Let the error of the base class through, which knows that something was sent.');
      await leftAlone(trial, subject, 'after the abort');
    },
  },
  {
    id: 'abort-after',
    title: 'keeps its image when it is aborted after it',
    run: async (subject) => {
      await using trial = await openTrial(subject);
      const controller = new AbortController();
      const image = requireImage(await trial.run({ signal: controller.signal }));
      controller.abort();
      const files = await within(image.images().catch((thrown: unknown) => thrown), 'images() did not settle after the abort.', 'Give the image a download of its own: imageDownload without generation.signal.');
      requireThat(Array.isArray(files) && files.length === image.urls.length, `images() after the abort ended in: ${String(files)}`, 'Give the image a download of its own: imageDownload without generation.signal.');
      const cancelled = requestsOf(trial.server, subject.scenario.wire, 'cancel').length;
      requireThat(cancelled === 0, 'The service was asked to cancel a job that was done.', 'Send the cancellation only where the image had not come.');
    },
  },
  {
    id: 'early-exit',
    title: 'closes its connections when the loop is left, and ends the job at the service where it can',
    run: async (subject) => {
      await using trial = await openTrial(subject, HELD);
      const run = trial.provider.createAsyncGenerator(trial.request());
      void collect(run).catch(() => undefined);
      await followed(trial, subject);
      await within(run.return(), 'return() did not settle.', SIGNAL);
      await leftAlone(trial, subject, 'after the loop was left');
    },
  },
];

/** Waits until the plugin follows its job. */
function followed({ server }: Trial, { scenario: { wire } }: ConformanceSubject): Promise<void> {
  const part = wire.newsPart ?? 'start';
  return until(() => requestsOf(server, wire, part).length > 0, `The job was not followed: no request was of the part "${part}".`, 'Mend partOf of the wire, or the generator.');
}

/** Waits until nothing is left of a job at the service. */
async function leftAlone({ server, provider }: Trial, { scenario: { wire } }: ConformanceSubject, when: string): Promise<void> {
  await until(() => server.busySockets === 0, `A connection stayed open ${when}.`, SIGNAL);
  const { remoteCancel } = provider.capabilities();
  const cancelled = (): number => requestsOf(server, wire, 'cancel').length;
  if (remoteCancel) await until(() => cancelled() > 0, `The service was not asked to cancel the job ${when}.`, 'Send the cancellation in the finally of the generator, or set capabilities.remoteCancel to false.');
  requireThat(cancelled() === (remoteCancel ? 1 : 0), `The service was asked to cancel the job ${cancelled().toString()} times ${when}.`, remoteCancel ? 'Send the cancellation once.' : 'Set capabilities.remoteCancel to true.');
}

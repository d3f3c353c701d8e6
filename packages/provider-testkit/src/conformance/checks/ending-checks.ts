import { ProviderError } from '@hypotez/provider-core';
import { hold } from '../../steps/hold.ts';
import { requestsOf } from '../../wires/requests-of.ts';
import type { ConformanceCheck } from '../conformance-check.ts';
import { requireThat } from '../require-that.ts';
import { collect } from '../trial/collect.ts';
import { begun } from '../trial/begun.ts';
import { openTrial } from '../trial/open-trial.ts';
import { until } from '../trial/until.ts';
import { within } from '../trial/within.ts';

const SIGNAL = 'Hand generation.signal to every request and to everything else that waits.';

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
      const { wire } = subject.scenario;
      await using trial = await openTrial(subject, { answers: { news: (context) => [...begun(context), hold()] } });
      const controller = new AbortController();
      const outcome = trial.run({ signal: controller.signal });
      await until(() => requestsOf(trial.server, wire, wire.newsPart).length > 0, 'The job was not followed.', 'Mend the wire or the generator.');
      controller.abort();
      const { error } = await outcome;
      requireThat(error instanceof ProviderError && error.code === 'aborted', `The abort ended in: ${String(error)}`, SIGNAL);
      await until(() => trial.server.busySockets === 0, 'A connection stayed open after the abort.', SIGNAL);
    },
  },
  {
    id: 'early-exit',
    title: 'closes its connections when the loop is left',
    run: async (subject) => {
      const { wire, capabilities } = subject.scenario;
      await using trial = await openTrial(subject, { answers: { news: (context) => [...begun(context), hold()] } });
      const run = trial.provider.createAsyncGenerator(trial.request());
      const reading = collect(run).catch(() => undefined);
      await until(() => requestsOf(trial.server, wire, wire.newsPart).length > 0, 'The job was not followed.', 'Mend the wire or the generator.');
      await within(run.return(), 'return() did not settle.', SIGNAL);
      await reading;
      await until(() => trial.server.busySockets === 0, 'A connection stayed open after the loop was left.', SIGNAL);
      if (!capabilities.remoteCancel) return;
      await until(() => requestsOf(trial.server, wire, 'cancel').length > 0, 'The service was not asked to cancel the job.', 'Send the cancellation in the finally of the generator, or set capabilities.remoteCancel to false.');
    },
  },
];

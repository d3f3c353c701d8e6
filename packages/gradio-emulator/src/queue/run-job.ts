import type { OutputData } from '../files/output-data.ts';
import type { SpaceValue } from '../functions/space-function.ts';
import { plainValue, PythonFloat } from '../protocol/python-value.ts';
import type { MessageOutput, ServerMessage } from '../protocol/server-message.ts';
import type { GradioRelease } from '../versions/gradio-release.ts';
import { errorOutput } from './error-output.ts';
import type { Job } from './job.ts';
import { completedMessage, failedMessage, logMessage, progressUnit } from './job-messages.ts';
import { preprocessInputs } from './preprocess-inputs.ts';
import { ProgressPacer } from './progress-pacer.ts';
import { RunSteps } from './run-steps.ts';

/** What a run needs besides its job. */
export interface RunServices {
  readonly release: GradioRelease;
  readonly stepMs: number;
  readonly progressMs: number;
  /** Whether callers see the text of every exception. */
  readonly showError: boolean;
  readonly output: OutputData;
  /** Sends to the session of the job; drops the message when nobody is to get it any more. */
  readonly send: (message: ServerMessage) => void;
  /** Hears the index of every step that the job reports. */
  readonly onStep: (step: number) => void;
}

/**
 * Runs the function of a job and sends what Gradio sends: progress, log lines, values, and one `process_completed`.
 *
 * Resolves to whether a result was sent; never rejects.
 */
export async function runJob(job: Job, services: RunServices): Promise<boolean> {
  const { release, send, showError } = services;
  const pacer = new ProgressPacer(services.progressMs, (progress) => {
    send({ msg: 'progress', event_id: job.id, progress_data: [progress] });
  });
  const steps = new RunSteps(job, release.streams.shiftsDeletions);
  try {
    const output = await consume(job, services, pacer, steps);
    if (output === undefined) return false;
    send(completedMessage(job.id, output));
    return true;
  } catch (error) {
    send(failedMessage(job.id, errorOutput(error, release.errors, showError), steps.hasGenerated));
    return false;
  } finally {
    pacer.stop();
  }
}

async function consume(
  job: Job,
  services: RunServices,
  pacer: ProgressPacer,
  steps: RunSteps,
): Promise<MessageOutput | undefined> {
  const { release, output, stepMs } = services;
  const { function: spaceFunction } = job.endpoint;
  const inputs = preprocessInputs(job.endpoint, job.request.data, release.inputs);
  const isGenerator = spaceFunction.generator ?? false;
  let values: readonly SpaceValue[] | undefined;
  const call = { inputs: inputs.map(plainValue), stepMs, signal: job.abort.signal };
  const floats = new Set(inputs.flatMap((input) => (input instanceof PythonFloat ? [input.value] : [])));
  for await (const step of spaceFunction.run(call)) {
    if (job.abort.signal.aborted || (isGenerator && !job.alive)) return undefined;
    if (step.type === 'progress') {
      if (step.index !== undefined) services.onStep(step.index);
      pacer.put(progressUnit(step));
    } else if (step.type === 'log') services.send(logMessage(job.id, step));
    else {
      values = step.values;
      if (!isGenerator) continue;
      const generated = steps.yielded(output.write(spaceFunction.outputs, values, floats));
      services.send({
        msg: 'process_generating',
        event_id: job.id,
        output: generated,
        success: true,
        time_limit: null,
      });
    }
  }
  // A generator that yielded nothing, or a function that returned nothing, shows null for every output.
  return steps.ended(output.write(spaceFunction.outputs, values ?? spaceFunction.outputs.map(() => null), floats));
}

import type { OutputData } from '../files/output-data.ts';
import type { SpaceValue } from '../functions/space-function.ts';
import type { PythonValue } from '../protocol/python-value.ts';
import type { MessageOutput, ServerMessage } from '../protocol/server-message.ts';
import { errorOutput } from './error-output.ts';
import type { Job } from './job.ts';
import { logMessage, progressUnit, runOutput } from './job-messages.ts';
import { preprocessInputs } from './preprocess-inputs.ts';
import { ProgressPacer } from './progress-pacer.ts';

/** What a run needs besides its job. */
export interface RunServices {
  readonly stepMs: number;
  readonly progressMs: number;
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
  const pacer = new ProgressPacer(services.progressMs, (progress) => {
    services.send({ msg: 'progress', event_id: job.id, progress_data: [progress] });
  });
  const steps = new RunSteps(job);
  try {
    const output = await consume(job, services, pacer, steps);
    if (output === undefined) return false;
    services.send({ msg: 'process_completed', event_id: job.id, output, success: true, title: null });
    return true;
  } catch (error) {
    const output = errorOutput(error);
    // Gradio 5.3 repeats the title beside the output only when the very first step fails.
    const title = steps.hasGenerated ? null : typeof output['title'] === 'string' ? output['title'] : 'Error';
    services.send({ msg: 'process_completed', event_id: job.id, output, success: false, title });
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
  const { function: spaceFunction } = job.endpoint;
  const inputs = preprocessInputs(spaceFunction, job.data);
  const isGenerator = spaceFunction.generator ?? false;
  let values: readonly SpaceValue[] | undefined;
  for await (const step of spaceFunction.run({ inputs, stepMs: services.stepMs, signal: job.abort.signal })) {
    if (job.abort.signal.aborted || (isGenerator && !job.alive)) return undefined;
    if (step.type === 'progress') {
      if (step.index !== undefined) services.onStep(step.index);
      pacer.put(progressUnit(step));
    } else if (step.type === 'log') services.send(logMessage(job.id, step));
    else {
      values = step.values;
      if (!isGenerator) continue;
      const output = steps.end(services.output.write(spaceFunction.outputs, values), true);
      services.send({ msg: 'process_generating', event_id: job.id, output, success: true, time_limit: null });
    }
  }
  // A generator that yielded nothing, or a function that returned nothing, shows null for every output.
  const data = services.output.write(spaceFunction.outputs, values ?? spaceFunction.outputs.map(() => null));
  return steps.end(data, false);
}

/** The steps of a run: each `outputs` of a generator and its end, or the whole of a plain function. */
class RunSteps {
  hasGenerated = false;
  readonly #job: Job;
  #startedAt = performance.now();

  constructor(job: Job) {
    this.#job = job;
  }

  /** Ends a step, notes how long it took, and makes its output. */
  end(data: readonly PythonValue[], isGenerating: boolean): MessageOutput {
    const now = performance.now();
    const duration = (now - this.#startedAt) / 1000;
    this.#startedAt = now;
    this.hasGenerated ||= isGenerating;
    const { stepTime } = this.#job.endpoint;
    stepTime.add(duration);
    return runOutput(data, isGenerating, duration, stepTime.mean ?? duration);
  }
}

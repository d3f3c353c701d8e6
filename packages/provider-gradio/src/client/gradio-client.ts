import { AbortedError, JobLostError, StreamEndedError, TimeoutError, loadLate, type HttpResponse, type ImageFile, type ImageProgress } from '@hypotez/provider-core';
import type { JobEvent, JobOutput } from '../events/job-event.ts';
import { parseStreamEvent } from '../events/parse-stream-event.ts';
import { cancelJob } from './cancel-job.ts';
import { mayBeRunning } from './may-be-running.ts';
import { openStream } from './open-stream.ts';
import { createSpaceMemory, type SpaceMemory, type StreamKind } from './space-memory.ts';
import type { Space } from './space.ts';
import { startJob, type StartedJob } from './start-job.ts';
import type { UploadedFiles } from './upload-files.ts';

/** One call of a function of a Space. */
export interface Submission {
  /** Name of the function, such as `infer`, without a slash. */
  readonly apiName: string;
  /** One value for each input component, in order. */
  readonly data: readonly unknown[];
  /** Ends the job. A run's own ends it also when nothing new comes of it; every other one has to bring a deadline of its own. */
  readonly signal: AbortSignal;
  /** `queue` (default) reads the rich stream, `call` the plain one. */
  readonly stream?: StreamKind | undefined;
  /** Headers that came with the uploaded files of the data. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Calls functions of one Space and remembers what it learns about it. */
export class GradioClient {
  readonly #memory: SpaceMemory;

  /** @param prefix prefix of the API's routes to try first; default `/gradio_api`. */
  constructor(prefix?: string) {
    this.#memory = createSpaceMemory(prefix);
  }

  /** Prefix of the Space's routes, as far as it is known. */
  get prefix(): string {
    return this.#memory.prefixes[0];
  }

  /**
   * Puts images onto the Space, for the data of a job. The Space deletes them when it likes.
   *
   * @throws {ProviderError} when it does not take them; nothing was charged.
   */
  async upload(space: Space, images: readonly ImageFile[], signal: AbortSignal): Promise<UploadedFiles> {
    // Loaded here: most jobs begin without a picture.
    const { uploadFiles } = await loadLate('What uploads images', () => import('./upload-files.ts'));
    return uploadFiles(space, this.#memory, images, signal);
  }

  /**
   * Starts a job and gives its progress and its outputs; the outputs of the finished job are the last event.
   *
   * Leaving the loop closes the stream and asks the Space to cancel the job. With `translate` the loop gives whatever that
   * makes of outputs in their place; what it makes nothing of is passed over.
   *
   * @throws {ProviderError} for every other end; `billed` is `maybe` where the job may have run.
   */
  submit(space: Space, submission: Submission): AsyncGenerator<JobEvent, void, undefined>;
  submit<Event>(space: Space, submission: Submission, translate: (output: JobOutput) => Event | undefined): AsyncGenerator<ImageProgress | Event, void, undefined>;
  async *submit(space: Space, submission: Submission, translate: (output: JobOutput) => unknown = (output) => output): AsyncGenerator<unknown, void, undefined> {
    const memory = this.#memory;
    const sessionHash = space.random.uuid();
    const stream = memory.hasQueueStream ? (submission.stream ?? 'queue') : 'call';
    const { signal } = submission;
    let job: StartedJob | undefined;
    let response: HttpResponse | undefined;
    let hasStarted = false;
    // Whether the Space may have the job when this ends, and can be asked to cancel it: nothing is sent under a signal that
    // has aborted before, and a plain job has no key but its id.
    let mayRun = stream === 'queue' && !signal.aborted;
    try {
      job = await startJob(space, memory, { ...submission, stream, sessionHash });
      mayRun = true;
      response = await openStream(space, memory, job, signal);
      for await (const event of response.events()) {
        const item = parseStreamEvent(event, job.eventId);
        if (item === undefined) continue;
        if (item instanceof Error) {
          // A job that is only unknown on the stream that it had to be read from instead.
          if (stream === 'queue' && !memory.hasQueueStream && item instanceof JobLostError) {
            throw new JobLostError('The Space serves no /queue/data to follow the job. It was not started again; the next run reads the plain stream.');
          }
          mayRun = false;
          throw item;
        }
        hasStarted ||= item.type !== 'progress' || item.stage === 'started' || item.stage === 'step';
        if (item.type === 'complete') {
          mayRun = false;
          // The Space closes the stream itself right after the result; the image then comes over the same connection.
          response.finish();
        }
        const news = item.type === 'progress' ? item : translate(item);
        if (news !== undefined) yield news;
        if (item.type === 'complete') return;
      }
      throw new StreamEndedError('The Space closed the stream before the job ended.');
    } catch (thrown) {
      // A refusal means that the Space has no job, as does a connection that was never made; another end from this side in the
      // middle of the start leaves it open.
      if (job === undefined) mayRun &&= thrown instanceof AbortedError || (thrown instanceof TimeoutError && thrown.phase !== 'connect');
      throw job !== undefined && mayRun ? mayBeRunning(thrown) : thrown;
    } finally {
      response?.cancel();
      if (mayRun) void cancelJob(space, memory, { sessionHash, ...job, wasFollowed: response !== undefined, hasStarted });
    }
  }
}

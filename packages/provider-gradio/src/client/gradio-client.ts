import { JobLostError, ProviderError, StreamEndedError } from '@hypotez/provider-core';
import type { JobEvent } from '../events/job-event.ts';
import { parseCallEvent } from '../events/parse-call-event.ts';
import { parseQueueMessage } from '../events/parse-queue-message.ts';
import { cancelJob } from './cancel-job.ts';
import { mayBeRunning } from './may-be-running.ts';
import { openStream, unreadableJob, type JobStream } from './open-stream.ts';
import { createSpaceMemory, type SpaceMemory, type StreamKind } from './space-memory.ts';
import type { Space } from './space.ts';
import { startJob, type StartedJob } from './start-job.ts';
import { watchProgress } from './watch-progress.ts';

/** One call of a function of a Space. */
export interface Submission {
  /** Name of the function, such as `infer`, without a slash. */
  readonly apiName: string;
  /** One value for each input component, in order. */
  readonly data: readonly unknown[];
  /** Ends the job. */
  readonly signal: AbortSignal;
  /** `queue` (default) reads the rich stream, `call` the plain one. */
  readonly stream?: StreamKind | undefined;
  /** Longest time without news of the job, heartbeats not counted, in milliseconds. Default 300000. */
  readonly progressTimeoutMs?: number | undefined;
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
    return this.#memory.prefix;
  }

  /**
   * Starts a job and gives its news until its result, which is the last event.
   *
   * Leaving the loop closes the stream and asks the Space to cancel the job. With `translate` the loop gives whatever that
   * makes of the news; what it makes nothing of is passed over.
   *
   * @throws {ProviderError} for every other end; `billed` is `maybe` where the job may have run.
   */
  submit(space: Space, submission: Submission): AsyncGenerator<JobEvent, void, undefined>;
  submit<Event>(space: Space, submission: Submission, translate: (event: JobEvent) => Event | undefined): AsyncGenerator<Event, void, undefined>;
  async *submit(space: Space, submission: Submission, translate: (event: JobEvent) => unknown = same): AsyncGenerator<unknown, void, undefined> {
    const memory = this.#memory;
    const sessionHash = space.random.uuid();
    const stream = memory.hasQueueStream ? (submission.stream ?? 'queue') : 'call';
    const watch = watchProgress(space.clock, submission);
    let job: StartedJob | undefined;
    let open: JobStream | undefined;
    let isAbandoned = false;
    let hasStarted = false;
    // Nothing is sent under a signal that has aborted before; and a plain job without an id has no other key.
    const mayBeTaken = !submission.signal.aborted && stream === 'queue';
    try {
      job = await startJob(space, memory, { ...submission, stream, sessionHash, signal: watch.signal });
      isAbandoned = true;
      open = await openStream(space, memory, job, watch.signal);
      for await (const event of open.response.events()) {
        // What reading throws is the Space's own word that the job is over.
        isAbandoned = false;
        const item = open.kind === 'queue' ? parseQueueMessage(event, job.eventId) : parseCallEvent(event);
        isAbandoned = true;
        if (item === 'closed') break;
        if (typeof item === 'string') continue;
        watch.seen(item);
        hasStarted ||= item.type === 'started' || item.type === 'step' || item.type === 'generating';
        if (item.type === 'complete') {
          isAbandoned = false;
          // The Space closes the stream itself right after the result; the image then comes over the same connection.
          open.response.finish();
        }
        const news = translate(item);
        if (news !== undefined) {
          watch.pause();
          yield news;
          watch.resume();
        }
        if (item.type === 'complete') return;
      }
      throw new StreamEndedError('The Space closed the stream before the job ended.', { billed: 'maybe' });
    } catch (thrown) {
      const error = job === undefined ? thrown : afterStart(thrown, job, open);
      isAbandoned ||= error !== thrown || leavesJobBehind(error);
      throw error;
    } finally {
      watch.stop();
      open?.response.cancel();
      if (isAbandoned && (job !== undefined || mayBeTaken)) {
        void cancelJob(space, memory, { sessionHash, ...job, wasFollowed: open !== undefined, hasStarted });
      }
    }
  }
}

function same(event: JobEvent): JobEvent {
  return event;
}

/** The error for a job that was taken: no failure to read it means that it does not run. */
function afterStart(thrown: unknown, job: StartedJob, open: JobStream | undefined): unknown {
  const isReadElsewhere = job.stream === 'queue' && open?.kind === 'call';
  const isUnknown = thrown instanceof JobLostError && !(thrown instanceof StreamEndedError);
  return isReadElsewhere && isUnknown ? unreadableJob() : mayBeRunning(thrown);
}

/** Tells whether the Space may still be working on the job, because the end came from this side or from the network. */
function leavesJobBehind(error: unknown): boolean {
  return error instanceof StreamEndedError || (error instanceof ProviderError && (error.code === 'aborted' || error.code === 'timeout'));
}

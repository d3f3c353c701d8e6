import { JobLostError, NetworkError, ProviderError, StreamEndedError } from '@hypotez/provider-core';
import type { JobEvent } from '../events/job-event.ts';
import { parseCallEvent } from '../events/parse-call-event.ts';
import { parseQueueMessage } from '../events/parse-queue-message.ts';
import { cancelJob } from './cancel-job.ts';
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
   * Leaving the loop closes the stream and asks the Space to cancel the job.
   *
   * @throws {ProviderError} for every other end; `billed` is `maybe` where the job may have run.
   */
  async *submit(space: Space, submission: Submission): AsyncGenerator<JobEvent, void, undefined> {
    const memory = this.#memory;
    const sessionHash = space.random.uuid();
    const stream = memory.hasQueueStream ? (submission.stream ?? 'queue') : 'call';
    const watch = watchProgress(space.clock, submission);
    let job: StartedJob | undefined;
    let open: JobStream | undefined;
    let isAbandoned = false;
    try {
      job = await startJob(space, memory, { ...submission, stream, sessionHash, signal: watch.signal });
      isAbandoned = true;
      open = await openStream(space, memory, job, watch.signal);
      for await (const event of open.response.events()) {
        const item = open.kind === 'queue' ? parseQueueMessage(event, job.eventId) : parseCallEvent(event);
        if (item === 'closed') break;
        if (typeof item === 'string') continue;
        watch.seen(item);
        if (item.type === 'complete') isAbandoned = false;
        yield item;
        if (item.type === 'complete') return;
      }
      throw new StreamEndedError('The Space closed the stream before the job ended.', { billed: 'maybe' });
    } catch (thrown) {
      const error = job === undefined ? thrown : afterStart(thrown, job, open);
      isAbandoned = leavesJobBehind(error);
      throw error;
    } finally {
      watch.stop();
      open?.response.cancel();
      if (isAbandoned) void cancelJob(space, memory, { sessionHash: job?.sessionHash ?? sessionHash, eventId: job?.eventId, wasFollowed: open !== undefined });
    }
  }
}

/** Once the job was taken, a broken connection means that it may be running unseen. */
function afterStart(thrown: unknown, job: StartedJob, open: JobStream | undefined): unknown {
  if (thrown instanceof NetworkError) {
    return new StreamEndedError('The connection broke before the job ended; it may still be running.', { billed: 'maybe', cause: thrown });
  }
  const isReadElsewhere = job.stream === 'queue' && open?.kind === 'call';
  const isUnknown = thrown instanceof JobLostError && !(thrown instanceof StreamEndedError);
  return isReadElsewhere && isUnknown ? unreadableJob() : thrown;
}

/** Tells whether the Space may still be working on the job, because the end came from this side or from the network. */
function leavesJobBehind(error: unknown): boolean {
  return error instanceof StreamEndedError || (error instanceof ProviderError && (error.code === 'aborted' || error.code === 'timeout'));
}

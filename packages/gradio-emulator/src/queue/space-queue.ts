import { setImmediate } from 'node:timers/promises';
import { fileUrl } from '../protocol/root-url.ts';
import type { ServerMessage } from '../protocol/server-message.ts';
import type { GradioRelease } from '../versions/gradio-release.ts';
import type { FileStore } from '../files/file-store.ts';
import { OutputData } from '../files/output-data.ts';
import type { Endpoint } from './endpoint.ts';
import { estimateWait } from './estimate-wait.ts';
import { Job, type JobRequest } from './job.ts';
import { cancelledMessage, seconds } from './job-messages.ts';
import { runJob } from './run-job.ts';
import type { Sessions } from './sessions.ts';

/** What the queue of a Space needs. */
export interface SpaceQueueOptions {
  readonly release: GradioRelease;
  readonly endpoints: readonly Endpoint[];
  readonly sessions: Sessions;
  readonly files: FileStore;
  readonly stepMs: number;
  readonly progressMs: number;
  /** Whether callers see the text of every exception. */
  readonly showError: boolean;
  /** Jobs of one function that run at once. */
  readonly concurrency: number;
  /** Waiting jobs of all functions together. */
  readonly maximumSize: number;
  /** Hears the index of every step that a job reports. */
  readonly onStep: (step: number) => void;
}

/** The answer to a post: the event, or how many jobs wait already. */
export type Pushed = { readonly eventId: string } | { readonly full: number };

/** The waiting lines of a Space, one a function, and the jobs that run. */
export class SpaceQueue {
  readonly #options: SpaceQueueOptions;
  #look: NodeJS.Timeout | undefined;

  constructor(options: SpaceQueueOptions) {
    this.#options = options;
  }

  /** Waiting jobs of all functions together. */
  get maximumSize(): number {
    return this.#options.maximumSize;
  }

  /** How many jobs wait, all functions together. */
  get size(): number {
    return this.#options.endpoints.reduce((sum, { waiting }) => sum + waiting.length, 0);
  }

  /** Puts a job in line, unless the Space has too many waiting. Running jobs do not count, as in Gradio. */
  push(endpoint: Endpoint, request: JobRequest): Pushed {
    const { sessions, maximumSize } = this.#options;
    const { size } = this;
    if (size >= maximumSize) return { full: size };
    const job = new Job(endpoint, request);
    sessions.open(job.sessionHash, job.id);
    endpoint.waiting.push(job);
    this.#sendEstimates(endpoint, endpoint.waiting.length - 1);
    this.#lookSoon();
    return { eventId: job.id };
  }

  /**
   * Does what `/cancel` does: stops running jobs of that session and function, and ends the stream of the event.
   *
   * Before 6.14 a waiting job stays in line and runs later.
   */
  cancel(sessionHash: string, functionIndex: number, eventId: string): void {
    const { endpoints, sessions, release } = this.#options;
    const endpoint = endpoints[functionIndex];
    if (endpoint !== undefined) {
      for (const job of endpoint.running) if (job.sessionHash === sessionHash) this.#end(job);
    }
    if (release.queue.cancelRemovesWaiting) this.#removeWaiting(({ id }) => id === eventId);
    if (!sessions.isUnanswered(sessionHash, eventId)) return;
    sessions.put(sessionHash, cancelledMessage(eventId));
    // Whatever its number, the generator of the event is closed.
    for (const { function: spaceFunction, running } of endpoints) {
      if (spaceFunction.generator !== true) continue;
      for (const job of running) if (job.id === eventId) this.#end(job);
    }
  }

  /** Does what Gradio does when the reader of a session leaves: waiting jobs go, running ones fall silent. */
  leave(sessionHash: string): void {
    const { endpoints, sessions, release } = this.#options;
    sessions.close(sessionHash);
    for (const { running } of endpoints) {
      for (const job of running) if (job.sessionHash === sessionHash) job.alive = false;
    }
    const removed = this.#removeWaiting((job) => job.sessionHash === sessionHash);
    if (release.queue.leavingForgetsWaiting) for (const { id } of removed) sessions.forget(sessionHash, id);
  }

  close(): void {
    clearTimeout(this.#look);
    for (const { waiting, running } of this.#options.endpoints) {
      waiting.length = 0;
      for (const job of running) job.abort.abort();
      running.clear();
    }
  }

  #removeWaiting(isMeant: (job: Job) => boolean): readonly Job[] {
    const removed: Job[] = [];
    for (const { waiting } of this.#options.endpoints) {
      removed.push(...waiting.filter(isMeant));
      waiting.splice(0, waiting.length, ...waiting.filter((job) => !isMeant(job)));
    }
    return removed;
  }

  // Gradio looks at fixed times; a Space whose steps are quicker than that would be slowed down by it too much.
  #lookSoon(): void {
    const { release, stepMs, endpoints } = this.#options;
    this.#look ??= setTimeout(
      () => {
        this.#look = undefined;
        for (const endpoint of endpoints) this.#startWaiting(endpoint);
      },
      Math.min(release.queue.lookMs, stepMs),
    );
  }

  #startWaiting(endpoint: Endpoint): void {
    while (endpoint.running.size < this.#options.concurrency) {
      const job = endpoint.waiting.shift();
      if (job === undefined) return;
      job.startedAt = performance.now();
      endpoint.running.add(job);
      this.#sendEstimates(endpoint, 0);
      void this.#run(job);
    }
  }

  async #run(job: Job): Promise<void> {
    const { release, files } = this.#options;
    const { endpoint } = job;
    const send = (message: ServerMessage): void => {
      this.#send(job, message);
    };
    // The answer to the post goes out before the function takes the thread.
    await setImmediate();
    if (job.abort.signal.aborted) return;
    send({ msg: 'process_starts', event_id: job.id, eta: seconds(endpoint.runTime.mean) });
    const output = new OutputData(files, release.files, (path) => fileUrl(release, job.request.root, path));
    const succeeded = await runJob(job, { ...this.#options, output, send });
    if (succeeded) endpoint.runTime.add((performance.now() - job.startedAt) / 1000);
    this.#end(job);
  }

  // A cancelled job gives up its place at once; its function may still be working.
  #end(job: Job): void {
    job.abort.abort();
    if (job.endpoint.running.delete(job)) this.#lookSoon();
  }

  #send(job: Job, message: ServerMessage): void {
    if (job.alive && job.endpoint.running.has(job)) this.#options.sessions.put(job.sessionHash, message);
  }

  #sendEstimates(endpoint: Endpoint, fromRank: number): void {
    const waits = estimateWait(endpoint, this.#options.concurrency, performance.now());
    const { waiting } = endpoint;
    for (const [rank, job] of waiting.entries()) {
      if (rank < fromRank) continue;
      this.#options.sessions.put(job.sessionHash, {
        msg: 'estimation',
        event_id: job.id,
        rank,
        queue_size: waiting.length,
        rank_eta: seconds(waits[rank]),
      });
    }
  }
}

import { setImmediate } from 'node:timers/promises';
import { fileUrl } from '../protocol/root-url.ts';
import type { GradioVersion } from '../protocol/gradio-version.ts';
import type { ServerMessage } from '../protocol/server-message.ts';
import type { FileStore } from '../files/file-store.ts';
import { OutputData } from '../files/output-data.ts';
import type { Endpoint } from './endpoint.ts';
import { estimateWait } from './estimate-wait.ts';
import { Job, type JobRequest } from './job.ts';
import { seconds } from './job-messages.ts';
import { runJob } from './run-job.ts';
import type { Sessions } from './sessions.ts';

/** What the queue of a Space needs. */
export interface SpaceQueueOptions {
  readonly version: GradioVersion;
  readonly endpoints: readonly Endpoint[];
  readonly sessions: Sessions;
  readonly files: FileStore;
  readonly stepMs: number;
  readonly progressMs: number;
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

  constructor(options: SpaceQueueOptions) {
    this.#options = options;
  }

  /** Waiting jobs of all functions together. */
  get maximumSize(): number {
    return this.#options.maximumSize;
  }

  /** Puts a job in line, unless the Space has too many waiting. Running jobs do not count, as in Gradio. */
  push(endpoint: Endpoint, request: JobRequest): Pushed {
    const { endpoints, sessions, maximumSize } = this.#options;
    const size = endpoints.reduce((sum, { waiting }) => sum + waiting.length, 0);
    if (size >= maximumSize) return { full: size };
    const job = new Job(endpoint, request);
    sessions.open(job.sessionHash, job.id);
    endpoint.waiting.push(job);
    this.#sendEstimates(endpoint, endpoint.waiting.length - 1);
    this.#startWaiting(endpoint);
    return { eventId: job.id };
  }

  /**
   * Does what `/cancel` of Gradio 5.3 does: stops running jobs of that session and function, and ends the stream of
   * the event. A waiting job stays in line and runs later.
   */
  cancel(sessionHash: string, functionIndex: number, eventId: string): void {
    const { endpoints, sessions } = this.#options;
    const endpoint = endpoints[functionIndex];
    if (endpoint !== undefined) {
      for (const job of endpoint.running) if (job.sessionHash === sessionHash) this.#end(job);
    }
    if (!sessions.isUnanswered(sessionHash, eventId)) return;
    const completed = { output: {}, success: true, title: null } as const;
    sessions.put(sessionHash, { msg: 'process_completed', event_id: eventId, ...completed });
  }

  /** Does what Gradio does when the reader of a session leaves: waiting jobs go, running ones fall silent. */
  leave(sessionHash: string): void {
    const { endpoints, sessions } = this.#options;
    sessions.close(sessionHash);
    for (const { waiting, running } of endpoints) {
      for (const job of running) if (job.sessionHash === sessionHash) job.alive = false;
      const kept = waiting.filter((job) => job.sessionHash !== sessionHash);
      waiting.splice(0, waiting.length, ...kept);
    }
  }

  close(): void {
    for (const { waiting, running } of this.#options.endpoints) {
      waiting.length = 0;
      for (const job of running) job.abort.abort();
      running.clear();
    }
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
    const { version, files, stepMs, progressMs, onStep } = this.#options;
    const { endpoint } = job;
    const send = (message: ServerMessage): void => {
      this.#send(job, message);
    };
    // The answer to the post goes out before the function takes the thread.
    await setImmediate();
    if (job.abort.signal.aborted) return;
    send({ msg: 'process_starts', event_id: job.id, eta: seconds(endpoint.runTime.mean) });
    const output = new OutputData(files, (path) => fileUrl(version, job.root, path));
    const succeeded = await runJob(job, { stepMs, progressMs, output, send, onStep });
    if (succeeded) endpoint.runTime.add((performance.now() - job.startedAt) / 1000);
    this.#end(job);
  }

  // A cancelled job gives up its place at once; its function may still be working.
  #end(job: Job): void {
    job.abort.abort();
    if (job.endpoint.running.delete(job)) this.#startWaiting(job.endpoint);
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

import type { ImageFile, ImagePreview } from '@hypotez/provider-core';

/** Fetches previews beside the run: one at a time, and of those that came meanwhile only the newest. */
export class PreviewLoader {
  readonly #show: (file: ImageFile) => Promise<void>;
  readonly #signal: AbortSignal;
  #stopping = new AbortController();
  #next: ImagePreview | undefined;
  #loading: Promise<void> | undefined;

  constructor(show: (file: ImageFile) => Promise<void>, signal: AbortSignal) {
    this.#show = show;
    this.#signal = signal;
  }

  /** Takes a preview. Nobody waits for it: the run goes on, and a preview that cannot be had is passed over. */
  offer(preview: ImagePreview): void {
    this.#next = preview;
    this.#loading ??= this.#load().finally(() => { this.#loading = undefined; });
  }

  /** Ends what is being fetched, and waits until nothing more is shown. Previews of other pictures may follow. */
  async stop(): Promise<void> {
    this.#next = undefined;
    this.#stopping.abort();
    await this.#loading;
    this.#stopping = new AbortController();
  }

  async #load(): Promise<void> {
    const signal = AbortSignal.any([this.#signal, this.#stopping.signal]);
    const isOver = (): boolean => signal.aborted;
    while (this.#next !== undefined && !isOver()) {
      const preview = this.#next;
      this.#next = undefined;
      // The newest of several pictures in one preview is the last one.
      const file = await preview.images({ signal }).then((files) => files.at(-1), () => undefined);
      if (file !== undefined && !isOver()) await this.#show(file);
    }
  }
}

/** What the tools use of `@gradio/client` 2.x. Its own types name their files without endings, which ES modules cannot resolve. */
export declare class Client {
  /** Asks a Space for its configuration and its description. */
  static connect(url: string, options?: {
    readonly events?: readonly GradioEvent['type'][];
    readonly token?: string;
    readonly headers?: Readonly<Record<string, string>>;
  }): Promise<Client>;
  /** Runs a function to its end; rejects with a status that has a `message`. */
  predict(endpoint: string, data: readonly unknown[]): Promise<{ readonly data: unknown }>;
  /** Runs a function and gives its events. */
  submit(endpoint: string, data: readonly unknown[]): GradioJob;
  /** The description of every function. */
  view_api(): Promise<{ readonly named_endpoints: Readonly<Record<string, { readonly parameters: readonly { readonly parameter_name: string }[] } | undefined>> }>;
  close(): void;
}

/** A running function; the loop ends after the job has. */
export interface GradioJob extends AsyncIterable<GradioEvent> {
  cancel(): Promise<void>;
}

/** An event of a job. The values of `data` are changed in place by the next event. */
export type GradioEvent =
  | { readonly type: 'data'; readonly data: readonly unknown[] }
  | {
      readonly type: 'status';
      readonly stage: 'pending' | 'generating' | 'streaming' | 'complete' | 'error';
      readonly message?: string | null;
      readonly position?: number;
      readonly progress_data?: readonly unknown[];
    };

/** A stream that text is written to; the properties of a terminal are missing where it is none. */
export interface OutputStream extends NodeJS.WritableStream {
  readonly isTTY?: boolean | undefined;
  /** Width in characters. */
  readonly columns?: number | undefined;
}

/** Where the signals of the operating system arrive. */
export interface SignalSource {
  on(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  off(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
}

/** Everything that the command uses of its process. */
export interface CommandIo {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that relative paths start from. */
  readonly cwd: string;
  readonly signals: SignalSource;
  /** Leaves at once, with whatever is under way. Only a second Ctrl-C does this. */
  readonly exit: (code: number) => void;
  /** The time that default file names carry. */
  readonly now: () => Date;
}

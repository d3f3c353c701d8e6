/** A stream that text is written to; the properties of a terminal are missing where it is none. */
export interface OutputStream extends NodeJS.WritableStream {
  readonly isTTY?: boolean | undefined;
  /** Width in characters. */
  readonly columns?: number | undefined;
  /** Height in lines. */
  readonly rows?: number | undefined;
}

/** A stream that is read; a terminal can be told not to show and edit what is typed. */
export interface InputStream extends NodeJS.ReadableStream {
  readonly isTTY?: boolean | undefined;
  setRawMode?(isRaw: boolean): unknown;
}

/** Where the signals of the operating system arrive. */
export interface SignalSource {
  on(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  off(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  /** Passes a Ctrl-C on that came as a character, while the terminal did not make a signal of it. */
  emit(signal: 'SIGINT'): unknown;
}

/** Everything that the command uses of its process. */
export interface CommandIo {
  readonly stdin: InputStream;
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

import { UnusableInputError } from './unusable-input-error.ts';

/** Reads the file of an input image. */
export type ReadFile = (path: string, limitBytes: number, signal: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>;

/** Reads the file of an input image. This is the form for pages and edge workers, which have no files: it always fails. */
export const readFile: ReadFile = () => Promise.reject(new UnusableInputError('a page or worker cannot read the files of a machine: give the bytes, a Blob or a URL'));

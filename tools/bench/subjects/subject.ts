import type { JobContent, JobKind } from '../space/job-content.ts';

/** What one generation came to, as the subject's own user sees it. */
export interface Tally extends JobContent {
  /** When the first news of the job came, on the clock of `performance.now()`. */
  readonly firstEventAt: number;
  /** Fetches the picture and gives the number of its bytes. */
  readonly download: () => Promise<number>;
}

/** Makes one picture. */
export type Generate = (prompt: string) => Promise<Tally>;

/** What a subject is made for. */
export interface SubjectOptions {
  /** Address of the Space. */
  readonly url: string;
  /** Function of the Space. */
  readonly kind: JobKind;
  /** Whether all jobs come from one client object at once, however many they are. Default false. */
  readonly isShared?: boolean;
}

/** One of those that are compared. */
export type MakeSubject = (options: SubjectOptions) => Generate;

/** What is sent behind the prompt, in the order of the Space's inputs: negative prompt, seed, random, width, height, guidance, steps. */
export const INPUTS = ['', 0, true, 1024, 1024, 4.5, 50] as const;

/** Path on the Space of the file that a URL leads to. */
export function pathOf(url: string): string {
  return url.slice(url.indexOf('/file=') + '/file='.length);
}

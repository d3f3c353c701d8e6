/** Kinds of jobs, called like the Space's functions that make them. */
export const JOB_KINDS = ['infer', 'burst', 'hold', 'previews'] as const;

/**
 * `infer` sends one message a millisecond, `burst` all without a pause, `hold` waits behind its start until it is released,
 * `previews` sends large pictures as fast as they are taken.
 */
export type JobKind = (typeof JOB_KINDS)[number];

/** What everybody who reads a job whole has seen. */
export interface JobContent {
  readonly steps: number;
  readonly previews: number;
  /** Characters of all previews that came inside the stream, as `data:` URLs. */
  readonly previewCharacters: number;
  /** Path of the picture on the Space. */
  readonly path: string;
}

/** Steps of a job of Stable Diffusion 3.5 Large. */
export const STEPS = 50;

const LARGE_PREVIEWS = 30;
/** How the URL of a large preview begins. */
export const LARGE_PREFIX = 'data:image/webp;base64,';
/** Digits that make each large preview another one. */
export const LARGE_DIGITS = 4;
/** Characters of a large preview: 4 MiB of base64. */
export const LARGE_CHARACTERS = 4 * 1024 * 1024;

/** What a job of this kind holds. */
export function contentOf(kind: JobKind): JobContent {
  const path = pathOf('image');
  switch (kind) {
    case 'infer':
    case 'burst':
      return { steps: STEPS, previews: 4, previewCharacters: 0, path };
    case 'hold':
      return { steps: 0, previews: 0, previewCharacters: 0, path };
    case 'previews':
      return { steps: 0, previews: LARGE_PREVIEWS, previewCharacters: LARGE_PREVIEWS * (LARGE_PREFIX.length + LARGE_DIGITS + LARGE_CHARACTERS), path };
  }
}

/** Path of a file on the Space. */
export function pathOf(name: string): string {
  return `/tmp/gradio/3f1c9a5be07d4c2f8a6b/${name}.png`;
}

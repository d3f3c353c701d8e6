import type { JobContent } from '../space/job-content.ts';

/** Throws where a subject did not receive exactly what the job holds: nobody is compared for less. */
export function requireWhole(subject: string, found: JobContent, expected: JobContent): void {
  for (const key of ['steps', 'previews', 'previewCharacters', 'path'] as const) {
    if (found[key] !== expected[key]) throw new Error(`${subject} received ${key} ${String(found[key])} in place of ${String(expected[key])}.`);
  }
}

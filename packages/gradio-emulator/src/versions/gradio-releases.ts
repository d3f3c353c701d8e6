import { gradio4 } from './gradio-4-44.ts';
import { gradio53 } from './gradio-5-3.ts';
import { gradio549 } from './gradio-5-49.ts';
import { gradio612 } from './gradio-6-12.ts';
import { gradio625 } from './gradio-6-25.ts';
import type { GradioRelease } from './gradio-release.ts';
import { gradioVersions, type GradioVersion } from './gradio-versions.ts';

/** Every release that the emulator can be. */
export const gradioReleases: Readonly<Record<GradioVersion, GradioRelease>> = {
  '4.44.1': gradio4,
  '5.3.0': gradio53,
  '5.49.1': gradio549,
  '6.12.0': gradio612,
  '6.25.0': gradio625,
};

/** The release of a version. Throws a `RangeError` that lists the known ones, for callers that TypeScript does not help. */
export function gradioRelease(version: GradioVersion): GradioRelease {
  if (Object.hasOwn(gradioReleases, version)) return gradioReleases[version];
  throw new RangeError(`There is no Gradio ${version} in the emulator, only ${gradioVersions.join(', ')}.`);
}

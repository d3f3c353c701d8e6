import { environmentFor, hasEnvironment } from './environments.ts';
import type { GradioVersion } from './versions.ts';

/** Builds at once: pip unpacks on one core, and downloads while it does not. */
const AT_ONCE = 2;

/** Builds every environment that is missing, and says so. Throws as `environmentFor` does. */
export async function buildEnvironments(versions: readonly GradioVersion[]): Promise<void> {
  const exists = await Promise.all(versions.map((version) => hasEnvironment(version)));
  const missing = versions.filter((_version, index) => exists[index] !== true);
  if (missing.length === 0) return;
  console.log(`Installing Gradio ${missing.join(', ')} …`);
  const waiting = missing.values();
  const build = async (): Promise<void> => {
    // Both builders take from the same list.
    for (const version of waiting) await environmentFor(version);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, build));
}

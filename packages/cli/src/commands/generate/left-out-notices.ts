import { ModelNotFoundError } from '@hypotez/provider-core';
import type { PictureSource } from '../../services/services.ts';

/**
 * Says which plugins are missing: that explains why another one paints, or none.
 *
 * One that waits for a key is worth a word only when nobody has the model; most people have no key of most services.
 */
export function leftOutNotices({ plugins = [], candidates }: Pick<PictureSource, 'plugins' | 'candidates'>, model: string): readonly string[] {
  const leftOut = plugins.filter((plugin) => plugin.state === 'left out');
  const isServed = leftOut.some(({ fault }) => fault === 'no-key') && isServedBy(candidates, model);
  return leftOut.filter(({ fault }) => fault !== 'no-key' || !isServed).map(({ from, reason }) => `The plugin ${from} was left out. ${reason}`);
}

function isServedBy(candidates: PictureSource['candidates'], model: string): boolean {
  try {
    return candidates(model).length > 0;
  } catch (thrown) {
    if (thrown instanceof ModelNotFoundError) return false;
    throw thrown;
  }
}

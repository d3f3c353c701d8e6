import type { MessageOutput } from '../protocol/server-message.ts';
import { SpaceError } from '../functions/space-error.ts';

/** The `output` of a failed run: a `SpaceError` is shown, anything else is hidden. */
export function errorOutput(error: unknown): MessageOutput {
  if (!(error instanceof SpaceError)) return { error: null };
  return { error: error.message, duration: error.durationSeconds, visible: error.visible, title: error.title };
}

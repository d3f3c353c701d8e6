import { SpaceError } from '../functions/space-error.ts';
import { pythonRepr } from '../protocol/python-repr.ts';
import type { MessageOutput } from '../protocol/server-message.ts';
import type { ErrorFacts } from '../versions/gradio-release.ts';

/** The `output` of a failed run: a `SpaceError` is shown, anything else is hidden unless `showError` is set. */
export function errorOutput(error: unknown, errors: ErrorFacts, showError: boolean): MessageOutput {
  if (error instanceof SpaceError) {
    const { message, durationSeconds, visible, title } = error;
    if (errors.quotesMessage) return { error: pythonRepr(message), duration: durationSeconds, visible };
    return { error: message, duration: durationSeconds, visible, title };
  }
  if (!showError) return { error: null };
  const message = error instanceof Error ? error.message : String(error);
  return errors.marksShownException ? { error: message, visible: true } : { error: message };
}

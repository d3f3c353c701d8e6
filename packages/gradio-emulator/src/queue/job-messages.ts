import type { LogStep, ProgressStep } from '../functions/space-function.ts';
import { PythonFloat, type PythonValue } from '../protocol/python-value.ts';
import type { CompletedMessage, LogMessage, MessageOutput, ProgressUnit } from '../protocol/server-message.ts';

/** A number of seconds as Python holds it. */
export function seconds(value: number | null | undefined): PythonFloat | null {
  return value === null || value === undefined ? null : new PythonFloat(value);
}

/** One bar of a progress message. */
export function progressUnit(step: ProgressStep): ProgressUnit {
  return {
    index: step.index ?? null,
    length: step.length ?? null,
    unit: step.unit ?? 'steps',
    progress: seconds(step.fraction),
    desc: step.description ?? null,
  };
}

/** A line for the caller. */
export function logMessage(eventId: string, step: LogStep): LogMessage {
  const level = step.level ?? 'info';
  return {
    msg: 'log',
    event_id: eventId,
    log: step.message,
    level,
    duration: seconds(step.durationSeconds ?? 10),
    visible: true,
    title: step.title ?? (level === 'info' ? 'Info' : 'Warning'),
  };
}

/** The `output` of a step or a whole run. */
export function runOutput(
  data: readonly PythonValue[],
  isGenerating: boolean,
  duration: number,
  averageDuration: number,
): MessageOutput {
  return {
    data,
    is_generating: isGenerating,
    duration: new PythonFloat(duration),
    average_duration: new PythonFloat(averageDuration),
    render_config: null,
    changed_state_ids: [],
  };
}

/** The end of a run with a result. */
export function completedMessage(eventId: string, output: MessageOutput): CompletedMessage {
  return { ...ending(eventId, output), success: true, title: null };
}

/** The end that `/cancel` gives a job: it looks like a success without a result. */
export function cancelledMessage(eventId: string): CompletedMessage {
  return { ...ending(eventId, {}), success: true, title: null };
}

/**
 * The end of a run that failed. `hasGenerated` is whether values went before.
 *
 * Gradio repeats the title beside the output only when the very first step fails; of a later one it takes the seconds
 * that the error is shown for a duration.
 */
export function failedMessage(eventId: string, output: MessageOutput, hasGenerated: boolean): CompletedMessage {
  if (hasGenerated) return { ...ending(eventId, output), success: false, title: null };
  const title = typeof output['title'] === 'string' ? output['title'] : 'Error';
  return { ...ending(eventId, output), success: false, title, cache_duration: null };
}

function ending(eventId: string, output: MessageOutput): Omit<CompletedMessage, 'success' | 'title'> {
  const cache_duration = asFloat(output['duration']);
  const avg_time = asFloat(output['average_duration']);
  return { msg: 'process_completed', event_id: eventId, output, used_cache: null, cache_duration, avg_time };
}

function asFloat(value: PythonValue | undefined): PythonFloat | null {
  if (value instanceof PythonFloat) return value;
  return typeof value === 'number' ? new PythonFloat(value) : null;
}

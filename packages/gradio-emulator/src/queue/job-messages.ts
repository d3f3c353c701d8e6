import type { LogStep, ProgressStep } from '../functions/space-function.ts';
import { PythonFloat, type PythonValue } from '../protocol/python-value.ts';
import type { LogMessage, MessageOutput, ProgressUnit } from '../protocol/server-message.ts';

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

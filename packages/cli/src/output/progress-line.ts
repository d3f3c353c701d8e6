import type { PluginEvent, PluginProgress } from '@hypotez/provider-core';
import { describeDuration } from './describe-duration.ts';
import { fitColumns, textColumns } from './text-columns.ts';

const LONGEST_BAR = 24;
const SHORTEST_BAR = 6;

/** What the live line shows. */
export interface LiveState {
  /** The newest event; `undefined` before the first one. */
  readonly event: PluginEvent | undefined;
  /** Seconds since the event; the provider's estimate is counted down by them. */
  readonly ageSeconds: number;
}

/** The longest form of the line that fits into the columns. */
export function progressLine({ event, ageSeconds }: LiveState, columns: number): string {
  const forms = lineForms(event, ageSeconds, columns);
  return forms.find((form) => textColumns(form) <= columns) ?? fitColumns(forms.at(-1) ?? '', columns);
}

/** The same news from wordy to terse. */
function lineForms(event: PluginEvent | undefined, ageSeconds: number, columns: number): readonly string[] {
  if (event === undefined) return ['Connecting'];
  if (event.type === 'image') return ['Fetching the picture'];
  if (event.type === 'preview') return ['Painting: a preview came', 'Painting'];
  const eta = etaText(event, ageSeconds);
  switch (event.stage) {
    case 'queued':
      return queueForms(event.queuePosition, eta);
    case 'started':
      return [`Started${eta}`, 'Started'];
    case 'attempt':
      return [event.message ?? 'Trying again', 'Trying again'];
    case 'log':
      return [event.message ?? 'Working'];
    case 'step':
      return stepForms(event, eta, columns);
  }
}

function queueForms(position: number | undefined, eta: string): readonly string[] {
  if (position === undefined) return [`Waiting in the queue${eta}`, 'Waiting in the queue', 'Waiting'];
  if (position === 0) return [`Waiting: next in the queue${eta}`, `Next in the queue${eta}`, 'Next in the queue', 'Next'];
  const jobs = position === 1 ? '1 job' : `${position} jobs`;
  return [`Waiting: ${jobs} before this one${eta}`, `Waiting: ${position} before${eta}`, `Waiting: ${position} before`, `${position} before`];
}

function stepForms(event: PluginProgress, eta: string, columns: number): readonly string[] {
  const count = countText(event);
  const done = doneFraction(event);
  if (done === undefined) return [`Painting ${count}${eta}`, `Painting ${count}`, count];
  const percent = `${Math.floor(done * 100).toString().padStart(3)} %`;
  // The bar takes what the figures leave of the line.
  const withBar = (before: string, after: string): string => {
    const cells = Math.min(LONGEST_BAR, columns - textColumns(`${before} ${after}`));
    const filled = Math.round(done * cells);
    return cells < SHORTEST_BAR ? ' '.repeat(columns + 1) : `${before}${'█'.repeat(filled)}${'░'.repeat(cells - filled)} ${after}`;
  };
  return [withBar('Painting ', `${count} ${percent}${eta}`), withBar('', `${count} ${percent}${eta}`), withBar('', `${count} ${percent}`), withBar('', percent), percent.trim()];
}

function countText({ step, steps }: PluginProgress): string {
  if (step === undefined) return '';
  return steps === undefined ? `step ${step}` : `${step.toString().padStart(steps.toString().length)}/${steps}`;
}

/** Part of the work that is done, 0 to 1; a server's own figures may lie outside. */
function doneFraction({ fraction, step, steps }: PluginProgress): number | undefined {
  const done = fraction ?? (step !== undefined && steps !== undefined && steps > 0 ? step / steps : undefined);
  return done === undefined || !Number.isFinite(done) ? undefined : Math.min(1, Math.max(0, done));
}

/** An estimate that has run out says nothing any more. */
function etaText({ etaSeconds }: PluginProgress, ageSeconds: number): string {
  const left = etaSeconds === undefined ? 0 : etaSeconds - ageSeconds;
  return left > 0 && Number.isFinite(left) ? `, about ${describeDuration(left * 1000)} left` : '';
}

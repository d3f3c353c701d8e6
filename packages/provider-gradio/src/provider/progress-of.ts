import type { ImageProgress } from '@hypotez/provider-core';
import type { JobEvent } from '../events/job-event.ts';

/** Makes the framework's progress of a job's news. */
export function progressOf(event: Exclude<JobEvent, { readonly type: 'generating' | 'complete' }>): ImageProgress {
  switch (event.type) {
    case 'queued': {
      const { position, etaSeconds } = event;
      return { type: 'progress', stage: 'queued', ...(position === undefined ? {} : { queuePosition: position }), ...eta(etaSeconds) };
    }
    case 'started':
      return { type: 'progress', stage: 'started', ...eta(event.etaSeconds) };
    case 'step':
      return { ...event, type: 'progress', stage: 'step' };
    case 'log':
      return { type: 'progress', stage: 'log', message: event.message };
  }
}

function eta(etaSeconds: number | undefined): Pick<ImageProgress, 'etaSeconds'> {
  return etaSeconds === undefined ? {} : { etaSeconds };
}

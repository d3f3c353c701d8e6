import { ImageProgress } from '@hypotez/provider-core';
import type { JobEvent } from '../events/job-event.ts';

/** Makes the framework's progress of a job's news. */
export function progressOf(event: Exclude<JobEvent, { readonly type: 'generating' | 'complete' }>): ImageProgress {
  switch (event.type) {
    case 'queued': {
      const { position, etaSeconds } = event;
      return new ImageProgress({ stage: 'queued', ...(position === undefined ? {} : { queuePosition: position }), ...eta(etaSeconds) });
    }
    case 'started':
      return new ImageProgress({ stage: 'started', ...eta(event.etaSeconds) });
    case 'step': {
      const { type: stage, ...figures } = event;
      return new ImageProgress({ stage, ...figures });
    }
    case 'log':
      return new ImageProgress({ stage: 'log', message: event.message });
  }
}

function eta(etaSeconds: number | undefined): Pick<ImageProgress, 'etaSeconds'> {
  return etaSeconds === undefined ? {} : { etaSeconds };
}

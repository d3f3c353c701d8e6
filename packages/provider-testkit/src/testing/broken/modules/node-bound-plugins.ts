import type { ReferenceOptions } from '../../../providers/reference-options.ts';
import { streamPlugin } from '../../../providers/stream-plugin.ts';
import { changedRuns } from '../changed-provider.ts';

/** Counts the bytes of its prompt as only Node does. */
export const bufferingPlugin = (options: ReferenceOptions) => changedRuns(streamPlugin, (healthy, request) => healthy({ ...request, prompt: Buffer.from(request.prompt ?? '').toString() }))(options);

/** Takes its timers for objects. */
export const unreferringPlugin = (options: ReferenceOptions) => changedRuns(streamPlugin, (healthy, request) => {
  setTimeout(() => undefined, 0).unref();
  return healthy(request);
})(options);

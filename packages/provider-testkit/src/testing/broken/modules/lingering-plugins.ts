import type { ReferenceOptions } from '../../../providers/reference-options.ts';
import { streamPlugin } from '../../../providers/stream-plugin.ts';
import { changedRuns } from '../changed-provider.ts';

/** Listens to the signal of a request for ever. */
export const listeningPlugin = (options: ReferenceOptions) => changedRuns(streamPlugin, (healthy, request) => {
  request.signal?.addEventListener('abort', () => undefined);
  return healthy(request);
})(options);

/** Looks at its watch for ever. */
export const tickingPlugin = (options: ReferenceOptions) => changedRuns(streamPlugin, (healthy, request) => {
  setInterval(() => undefined, 1000);
  return healthy(request);
})(options);

/** Waits for the end of the process. */
export const clingingPlugin = (options: ReferenceOptions) => changedRuns(streamPlugin, (healthy, request) => {
  process.on('exit', () => undefined);
  return healthy(request);
})(options);

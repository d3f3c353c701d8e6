import type { ReferenceOptions } from '../../../providers/reference-options.ts';
import { streamPlugin } from '../../../providers/stream-plugin.ts';
import { changedRuns } from '../changed-provider.ts';
import { changedRun } from '../changed-run.ts';

/** Starts something that fails, and listens to nobody. */
export const carelessPlugin = (options: ReferenceOptions) => changedRuns(streamPlugin, (healthy, request) => changedRun(healthy(request), {
  fail: (thrown) => {
    void Promise.reject(new Error('nobody hears this'));
    return thrown;
  },
}))(options);

import type { ReferenceOptions } from '../../../providers/reference-options.ts';
import { streamPlugin } from '../../../providers/stream-plugin.ts';
import { changedRuns } from '../changed-provider.ts';
import { changedRun } from '../changed-run.ts';

/** Tells the console of each event. */
export const noisyPlugin = (options: ReferenceOptions) => changedRuns(streamPlugin, (healthy, request) => changedRun(healthy(request), {
  give: (event) => {
    // eslint-disable-next-line no-console -- what it is for
    console.log(event.type);
    return [event];
  },
}))(options);

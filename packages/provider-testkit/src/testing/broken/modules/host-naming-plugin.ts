import { hostname } from 'node:os';
import type { ReferenceOptions } from '../../../providers/reference-options.ts';
import { streamPlugin } from '../../../providers/stream-plugin.ts';
import { changedRuns } from '../changed-provider.ts';

/** Asks the machine for its name. */
export const hostNamingPlugin = (options: ReferenceOptions) => changedRuns(streamPlugin, (healthy, request) => (hostname() === '' ? healthy({}) : healthy(request)))(options);

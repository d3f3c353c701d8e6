import type { PluginEvent } from '@hypotez/provider-core';

/** The part of the output that shows how far the run is. */
export interface ProgressDisplay {
  show(event: PluginEvent): void;
  /** Makes room for lines that stay. */
  hide(): void;
}

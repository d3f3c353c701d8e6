import type { SpaceComponent } from '../components/space-component.ts';
import type { FileStore } from '../files/file-store.ts';
import type { GradioVersion } from '../protocol/gradio-version.ts';
import type { Endpoint } from '../queue/endpoint.ts';
import type { Sessions } from '../queue/sessions.ts';
import type { SpaceQueue } from '../queue/space-queue.ts';
import type { LoginGate } from './login-gate.ts';

/** Everything the routes of one running Space share. */
export interface SpaceApp {
  readonly version: GradioVersion;
  /** In the order of their `fn_index`. */
  readonly endpoints: readonly Endpoint[];
  readonly sessions: Sessions;
  readonly queue: SpaceQueue;
  readonly files: FileStore;
  readonly heartbeatMs: number;
  readonly login: LoginGate;
}

/** The components of a Space in order of first use; the position plus one is the id. */
export function spaceComponents(endpoints: readonly Endpoint[]): readonly SpaceComponent[] {
  const components = new Set<SpaceComponent>();
  for (const { function: spaceFunction } of endpoints) {
    for (const component of Object.values(spaceFunction.inputs)) components.add(component);
    for (const component of spaceFunction.outputs) components.add(component);
  }
  return [...components];
}

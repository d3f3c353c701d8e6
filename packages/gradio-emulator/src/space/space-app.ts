import type { FileStore } from '../files/file-store.ts';
import type { Endpoint } from '../queue/endpoint.ts';
import type { Sessions } from '../queue/sessions.ts';
import type { SpaceQueue } from '../queue/space-queue.ts';
import type { GradioRelease } from '../versions/gradio-release.ts';
import type { LoginGate } from './login-gate.ts';

/** Everything the routes of one running Space share. */
export interface SpaceApp {
  readonly release: GradioRelease;
  /** The `app_id` of `/config`: another one after every start. */
  readonly id: number;
  /** In the order of their `fn_index`. */
  readonly endpoints: readonly Endpoint[];
  readonly sessions: Sessions;
  readonly queue: SpaceQueue;
  readonly files: FileStore;
  readonly heartbeatMs: number;
  readonly login: LoginGate;
  /** Whether callers see the text of every exception. */
  readonly showError: boolean;
  /** Largest upload, bytes; null for any. */
  readonly maximumFileSize: number | null;
}

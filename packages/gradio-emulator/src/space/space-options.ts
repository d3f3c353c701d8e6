import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SpaceState } from '../edge/space-states.ts';
import type { SpaceFunction } from '../functions/space-function.ts';
import type { GradioVersion } from '../versions/gradio-versions.ts';
import type { ZeroGpuFailure } from '../zero-gpu/zero-gpu-failures.ts';
import type { Login } from './login-gate.ts';

/** How a Space is started. */
export interface SpaceOptions {
  /** The release of Gradio to be. Default `5.3.0`. */
  readonly gradioVersion?: GradioVersion;
  /** Default 0: any free port. */
  readonly port?: number;
  /** The emulator never listens beyond this machine. */
  readonly host?: '127.0.0.1';
  /** Time of one denoising step, milliseconds. Default 30. */
  readonly stepMs?: number;
  /** Pause between two progress messages of a job, milliseconds; 0 sends every one. Default: that of the release. */
  readonly progressMs?: number;
  /** Jobs that may wait, all functions together; one more is refused with 503. Default unlimited. */
  readonly maximumQueueSize?: number;
  /** Jobs of one function that run at once. Default 1. */
  readonly concurrency?: number;
  /** Pause between two heartbeats of a stream, milliseconds. Default 15000. */
  readonly heartbeatMs?: number;
  /** Makes the Space private: a request without this Bearer token gets 404. */
  readonly token?: string;
  /** Asks for a login, as the author of an app may: 401 without its cookie. */
  readonly login?: Login;
  /** Whether `infer` shows previews, as a generator does. Default false. */
  readonly previews?: boolean;
  /** What the host does with the Space at the start. Default `running`. */
  readonly state?: SpaceState;
  /** How long a sleeping Space takes to wake, or one that builds to run, milliseconds. Default 2000. */
  readonly wakeMs?: number;
  /** Lets `infer` and `preview` fail in the words of ZeroGPU, at once or at half their steps. Default: they paint. */
  readonly zeroGpu?: ZeroGpuFailure;
  /** Restarts the Space, once, when a job reports this step of its progress: streams break, sessions are forgotten. */
  readonly restartAtStep?: number;
  /** Whether callers see the text of every exception, as with `launch(show_error=True)`. Default false. */
  readonly showError?: boolean;
  /** Largest file that `/upload` takes, bytes. Default unlimited. */
  readonly maximumFileSize?: number;
  /** Further functions by API name; one with a built-in name replaces it. */
  readonly functions?: Readonly<Record<string, SpaceFunction>>;
  /** Sees every request first, body read and recorded; true means that it has answered, or will. */
  readonly intercept?: (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;
}

/** A request that reached the Space. */
export interface RecordedRequest {
  readonly method: string;
  /** Path and query as they were sent. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  /** Text of the body; empty without one. */
  readonly body: string;
}

/** A running Space. */
export interface Space extends AsyncDisposable {
  /** Root URL without a slash at the end. */
  readonly url: string;
  /** The last 10 000 requests, in order of arrival. */
  readonly requests: readonly RecordedRequest[];
  /** Connections open now. */
  readonly openSockets: number;
  /** The release of Gradio that this Space is. */
  readonly gradioVersion: GradioVersion;
  /** What the host is doing with the Space now. */
  readonly state: SpaceState;
  /** Lets the host do something else with the Space, beginning with the next request. */
  setState(state: SpaceState): void;
  /** Starts the Space anew at the same address: connections are cut, jobs, sessions, files and logins forgotten. */
  restart(): void;
  /** Ends every job, destroys every connection and stops listening. */
  close(): Promise<void>;
}

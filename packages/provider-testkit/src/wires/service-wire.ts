import type { FaultServer } from '../server/fault-server.ts';
import type { RecordedRequest } from '../server/recorded-request.ts';
import type { Script } from '../server/step.ts';

/**
 * What a request is for: what is asked or sent before a job, its start, its news (a stream, or an answer to a question), an
 * image, the end of a job that nobody wants.
 */
export type RequestPart = 'preparation' | 'start' | 'stream' | 'image' | 'cancel';

/** How a healthy service answers, as bytes, whatever model, size or number of images it is asked for. */
export interface ServiceWire {
  /** What a request is for; nothing for those that are answered by HTTP 404. A start that is answered by its stream is a `start`. */
  partOf(request: RecordedRequest): RequestPart | undefined;
  /** The answer of a healthy service. Addresses in it begin with `server.url`; `server.requests` are those until now, this one the last. */
  answer(part: RequestPart, server: Pick<FaultServer, 'url' | 'requests'>, request: RecordedRequest): Script;
  /** The part whose answer has the job's news in it. Default `start`. */
  readonly newsPart?: 'start' | 'stream' | undefined;
}

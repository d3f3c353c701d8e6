import { randomUUID } from 'node:crypto';
import { replyDetail, replyJson } from '../http/reply.ts';
import { jobRoot } from '../protocol/root-url.ts';
import type { Endpoint } from '../queue/endpoint.ts';
import type { JobRequest } from '../queue/job.ts';
import type { SpaceApp } from '../space/space-app.ts';
import { replyServerError } from './reply-server-error.ts';
import type { Exchange } from './route.ts';

/** Puts a job in the queue and answers with its event id, or with 503 when the queue is full. */
export function pushJob(
  app: SpaceApp,
  { request, response }: Exchange,
  endpoint: Endpoint,
  job: Omit<JobRequest, 'root'>,
): void {
  // Gradio takes an empty session for none and then misses it in its own bookkeeping.
  if (job.sessionHash === '') {
    replyServerError(app, response, `KeyError: '${randomUUID().replaceAll('-', '')}'`);
    return;
  }
  const pushed = app.queue.push(endpoint, { ...job, root: jobRoot(app.release, request) });
  if ('eventId' in pushed) {
    replyJson(response, 200, { event_id: pushed.eventId });
    return;
  }
  const size = pushed.full.toString();
  replyDetail(response, 503, `Queue is full. Max size is ${app.queue.maximumSize.toString()} and size is ${size}.`);
}

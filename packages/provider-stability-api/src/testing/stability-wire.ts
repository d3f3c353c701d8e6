import { answer, examplePng, formOf, json, later, type RecordedRequest, type Script, type ServiceWire } from '@hypotez/provider-testkit';
import { ENDPOINTS, problemsWith, type Endpoint } from './service-rules.ts';

/** The seed that the service takes where it may choose. */
export const CHOSEN_SEED = 343_940_597;

const LARGEST_REQUEST = 10 * 2 ** 20;

/** The REST API v2beta of Stability AI, as its reference describes it. */
export const stabilityWire: ServiceWire = {
  partOf: (request) => (endpointOf(request) === undefined ? undefined : 'start'),
  answer: (_part, _server, request) => [later(() => answerTo(request))],
};

/** The same service as it answers to whatever it is asked, by no rules. */
export const healthyWire: ServiceWire = {
  ...stabilityWire,
  answer: (_part, _server, request) => [later(async () => picture({ seed: seedOf(await formOf(request)) }))],
};

/** A refusal in the service's own form. */
export function refusal(status: number, name: string, errors: readonly string[], headers: Readonly<Record<string, string>> = {}): Script {
  return [json(status, { id: 'a1b2c3d4e5f6a1b2c3d4e5f6a1b2c3d4', name, errors }, headers)];
}

/** A picture with what the head says of it. */
export function picture({ seed = CHOSEN_SEED, finishReason = 'SUCCESS', bytes = examplePng(), type = 'image/png' }: {
  readonly seed?: number | undefined; readonly finishReason?: string; readonly bytes?: string | Uint8Array; readonly type?: string;
} = {}): Script {
  return [answer(200, bytes, { 'content-type': type, 'finish-reason': finishReason, seed: seed.toString(), 'x-request-id': 'f00d' })];
}

function endpointOf({ method, path }: RecordedRequest): Endpoint | undefined {
  const [, name] = /\/v2beta\/stable-image\/generate\/(\w+)$/u.exec(path) ?? [];
  return method === 'POST' ? ENDPOINTS.find((endpoint) => endpoint === name) : undefined;
}

/** The seed that a form names, or the service's own. */
function seedOf(form: FormData): number {
  return Number(form.get('seed') ?? 0) || CHOSEN_SEED;
}

async function answerTo(request: RecordedRequest): Promise<Script> {
  const { headers, bytes } = request;
  if (!/^Bearer \S+$/u.test(headers['authorization'] ?? '')) return refusal(401, 'unauthorized', ['authorization: invalid or missing header value']);
  if (bytes.length > LARGEST_REQUEST) return refusal(413, 'payload_too_large', ['body: payloads cannot be larger than 10MiB in size']);
  if (headers['content-type']?.startsWith('multipart/form-data;') !== true) return refusal(400, 'bad_request', ['content-type: must be multipart/form-data']);
  const form = await formOf(request);
  const problems = problemsWith(endpointOf(request) ?? 'sd3', form);
  if (problems.length > 0) return refusal(400, 'bad_request', problems);
  const seed = seedOf(form);
  if (headers['accept'] === 'application/json') return [json(200, { image: Buffer.from(examplePng()).toString('base64'), seed, finish_reason: 'SUCCESS' }, { 'content-type': 'application/json; type=image/png' })];
  return picture({ seed });
}

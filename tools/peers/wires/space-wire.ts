import { json, queueWire, type RecordedRequest, type RequestPart, type Script, type Wire } from '@hypotez/provider-testkit';
import { spaceConfig, spaceInfo } from '../../bench/space/space-description.ts';

/** How the picture's address ends. */
export const PICTURE_PATH = '/tmp/gradio/1/image.png';

/** A Space for both clients: Gradio's own asks for `/config` and `/info` and starts at `/queue/join`, ours starts at `/call`. */
export const spaceWire: Wire = {
  ...queueWire,
  partOf: (request) => {
    if (pathOf(request) === '/gradio_api/queue/join') return 'start';
    // What only one of the clients asks for is nothing that a fault of a job is put on.
    return request.method === 'GET' && DESCRIPTIONS[pathOf(request)] !== undefined ? 'image' : queueWire.partOf(request);
  },
  answer: (part: RequestPart, server, request): Script => {
    const describe = DESCRIPTIONS[pathOf(request)];
    return describe === undefined ? queueWire.answer(part, server, request) : [json(200, describe(server.url))];
  },
};

const DESCRIPTIONS: Readonly<Record<string, ((root: string) => object) | undefined>> = { '/config': spaceConfig, '/gradio_api/info': spaceInfo };

function pathOf({ path }: RecordedRequest): string {
  return path.replace(/\?.*$/u, '');
}

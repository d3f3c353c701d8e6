import { readForm } from '../http/read-form.ts';
import { replyDetail, replyJson, replyText } from '../http/reply.ts';
import { uploadName } from '../files/upload-name.ts';
import type { SpaceApp } from '../space/space-app.ts';
import { replyServerError } from './reply-server-error.ts';
import type { Exchange, Route } from './route.ts';

const plainText = 'text/plain; charset=utf-8';

/** `POST /upload`: keeps the parts called `files` of a multipart form and answers with their paths. */
export function uploadRoute(app: SpaceApp): Route {
  return {
    method: 'POST',
    path: new RegExp(`^${app.release.apiPrefix}/upload$`),
    login: true,
    handle: (exchange) => upload(app, exchange),
  };
}

async function upload(app: SpaceApp, { request, response, bytes }: Exchange): Promise<void> {
  const { files: facts } = app.release;
  const form = await readForm(request.headers['content-type'] ?? '', bytes);
  switch (form.kind) {
    case 'other-type':
      replyDetail(response, 400, 'Invalid content type.');
      return;
    case 'no-boundary':
      replyText(response, 400, plainText, 'Missing boundary in multipart.');
      return;
    case 'broken':
      if (facts.brokenUpload === 'error') replyServerError(app, response, parseError(app, form.reason));
      else replyText(response, 400, plainText, `Could not parse multipart request: ${form.reason}`);
      return;
    case 'form':
      if (form.isEmpty && facts.emptyUpload === 'error') {
        const index = (form.boundary.length + 2).toString();
        replyServerError(app, response, parseError(app, `Did not find CR at end of boundary (${index})`));
      } else await keepFiles(app, response, form.data.getAll('files'));
  }
}

async function keepFiles(
  app: SpaceApp,
  response: Exchange['response'],
  parts: readonly FormDataEntryValue[],
): Promise<void> {
  const { files: facts } = app.release;
  const files = parts.filter((part) => typeof part !== 'string');
  if (files.length < parts.length) {
    replyServerError(app, response, 'TypeError: File is not an instance of GradioUploadFile');
    return;
  }
  const limit = app.maximumFileSize ?? Number.POSITIVE_INFINITY;
  if (files.some(({ size }) => size > limit && size > facts.unnoticedUpload)) {
    replyText(response, 413, plainText, `File size exceeded maximum allowed size of ${limit.toString()} bytes.`);
    return;
  }
  const paths: string[] = [];
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    paths.push(app.files.add({ bytes, name: uploadName(file.name, facts.uploadNames) }));
  }
  replyJson(response, 200, paths);
}

function parseError(app: SpaceApp, reason: string): string {
  return `${app.release.files.multipartModule}.exceptions.MultipartParseError: ${reason}`;
}

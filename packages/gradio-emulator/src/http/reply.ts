import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { PythonValue } from '../protocol/python-value.ts';
import { writeJsonAsOrjson } from '../protocol/write-json.ts';

/** Answers with JSON. */
export function replyJson(
  response: ServerResponse,
  status: number,
  body: PythonValue,
  headers: OutgoingHttpHeaders = {},
): void {
  replyText(response, status, 'application/json', writeJsonAsOrjson(body), headers);
}

/** Answers with `{"detail": …}`, the shape of every error of the framework under Gradio. */
export function replyDetail(
  response: ServerResponse,
  status: number,
  detail: PythonValue,
  headers: OutgoingHttpHeaders = {},
): void {
  replyJson(response, status, { detail }, headers);
}

/** Answers with text; the body is left out for HEAD, its length is not. */
export function replyText(
  response: ServerResponse,
  status: number,
  contentType: string,
  body: string,
  headers: OutgoingHttpHeaders = {},
): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, { 'content-length': bytes.byteLength, 'content-type': contentType, ...headers });
  response.end(bytes);
}

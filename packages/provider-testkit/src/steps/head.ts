import { STATUS_CODES } from 'node:http';
import type { Step } from '../server/step.ts';
import { send } from './send.ts';

/** Headers by name. */
export type HeaderFields = Readonly<Record<string, string>>;

/** Sends status line and headers, and nothing of a body. */
export function head(status: number, headers: HeaderFields = {}): Step {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return send(`HTTP/1.1 ${status.toString()} ${STATUS_CODES[status] ?? 'Unknown'}\r\n${lines.join('')}\r\n`);
}

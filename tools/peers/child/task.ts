import { isSubject, type SubjectName } from '../subjects/subjects.ts';
import type { Order } from '../subjects/subject.ts';
import type { ServersPicture } from './is-whole-picture.ts';

/**
 * What a child process does:
 *
 * - `generate`: makes the pictures
 * - `abort`: the same, and stops it after `ABORT_MS`
 * - `leave`: leaves the loop at the first news of the server
 * - `unread`: takes the first news and asks for nothing more
 * - `again`: makes a picture, waits until it is told to go on, and makes another
 */
export type Act = 'generate' | 'abort' | 'leave' | 'unread' | 'again';

/** What a child process is told on its command line, as JSON. */
export interface Task extends Omit<Order, 'signal'> {
  readonly subject: SubjectName;
  readonly act: Act;
  readonly expected: ServersPicture;
}

/** When the work is stopped, in milliseconds: the request has been sent by then, and what comes at once has come. */
export const ABORT_MS = 500;

/** Reads the command line. The parent is of the same code, so that only its beginning is checked. */
export function readTask(text = ''): Task {
  const isTask = (value: unknown): value is Task => typeof value === 'object' && value !== null && isSubject(Reflect.get(value, 'subject'));
  const task: unknown = JSON.parse(text);
  if (!isTask(task)) throw new Error('usage: child.js <task as JSON>');
  return task;
}

import type { CaseResult } from '../verdict/case-result.ts';

/** What a child tells: that it begins, and what it found. */
export type ChildMessage = { readonly type: 'ready' } | ({ readonly type: 'done' } & CaseResult);

/** Whether a message of a child is one. */
export function isChildMessage(value: unknown): value is ChildMessage {
  const type: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'type') : undefined;
  return type === 'ready' || type === 'done';
}

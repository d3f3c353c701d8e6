import type { ServerMessage } from '../protocol/server-message.ts';
import { MessageQueue } from './message-queue.ts';

/** The sessions of a Space: their buffered messages, and which of their events have not been answered yet. */
export class Sessions {
  readonly #queues = new Map<string, MessageQueue>();
  // Apart from the queues, because Gradio keeps it when a reader leaves: a later job on the same session is then
  // never the last one, and its stream stays open.
  readonly #unanswered = new Map<string, Set<string>>();
  readonly #maximum: number;

  constructor(maximum: number) {
    this.#maximum = maximum;
  }

  /** Notes a new event, opening its session if need be. */
  open(sessionHash: string, eventId: string): void {
    if (!this.#queues.has(sessionHash)) {
      evictOldest(this.#queues, this.#maximum)?.close();
      this.#queues.set(sessionHash, new MessageQueue());
    }
    const events = this.#unanswered.get(sessionHash);
    if (events !== undefined) events.add(eventId);
    else {
      evictOldest(this.#unanswered, this.#maximum);
      this.#unanswered.set(sessionHash, new Set([eventId]));
    }
  }

  queue(sessionHash: string): MessageQueue | undefined {
    return this.#queues.get(sessionHash);
  }

  /** Does nothing when the session is gone. */
  put(sessionHash: string, message: ServerMessage): void {
    this.#queues.get(sessionHash)?.put(message);
  }

  isUnanswered(sessionHash: string, eventId: string): boolean {
    return this.#unanswered.get(sessionHash)?.has(eventId) ?? false;
  }

  /** The session of an event that has not been answered yet. */
  sessionOf(eventId: string): string | undefined {
    for (const [sessionHash, events] of this.#unanswered) if (events.has(eventId)) return sessionHash;
    return undefined;
  }

  /** Notes that the answer of an event was read; returns whether it is the first one, and how many events are left. */
  answer(sessionHash: string, eventId: string): { readonly isFirst: boolean; readonly left: number } {
    const events = this.#unanswered.get(sessionHash);
    const isFirst = events?.delete(eventId) ?? false;
    return { isFirst, left: events?.size ?? 0 };
  }

  /** Notes that nobody waits for the answer of an event any more. */
  forget(sessionHash: string, eventId: string): void {
    this.#unanswered.get(sessionHash)?.delete(eventId);
  }

  /** Forgets the messages of a session, as Gradio does when its reader leaves. */
  close(sessionHash: string): void {
    this.#queues.get(sessionHash)?.close();
    this.#queues.delete(sessionHash);
  }

  closeAll(): void {
    for (const sessionHash of [...this.#queues.keys()]) this.close(sessionHash);
  }
}

function evictOldest<Value>(map: Map<string, Value>, maximum: number): Value | undefined {
  if (map.size < maximum) return undefined;
  const oldest = map.entries().next();
  if (oldest.done) return undefined;
  map.delete(oldest.value[0]);
  return oldest.value[1];
}

import { cannedJob, type Message, type PreviewForm } from './canned-job.ts';
import type { JobKind } from './job-content.ts';
import { createSession, type Session } from './session.ts';

/** What the Space remembers. */
export class SpaceState {
  /** Sessions with unfinished jobs, by hash. */
  readonly sessions = new Map<string, Session>();
  /** The held jobs, each to be let go on. */
  readonly waiting: (() => void)[] = [];
  /** Method and path of what was asked for since somebody looked. */
  requests: string[] = [];
  readonly #templates = new Map<string, readonly Message[]>();

  /** The messages of a job, made once. */
  messages(kind: JobKind, form: PreviewForm, root: string): readonly Message[] {
    const key = `${kind} ${form} ${root}`;
    const messages = this.#templates.get(key) ?? cannedJob(kind, form, root);
    this.#templates.set(key, messages);
    return messages;
  }

  /** The session behind a hash, opened at its first use. */
  session(hash: string): Session {
    const known = this.sessions.get(hash);
    if (known !== undefined) return known;
    const session = createSession({
      wait: () => new Promise((resolve) => { this.waiting.push(resolve); }),
      isOver: () => void this.sessions.delete(hash),
    });
    this.sessions.set(hash, session);
    return session;
  }
}

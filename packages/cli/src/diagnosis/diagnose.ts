import type { AsyncGeneratorProvider } from '@hypotez/provider-core';
import { checkNode } from './check-node.ts';
import { checkSignature } from './check-signature.ts';
import { checkSpace } from './check-space.ts';
import { checkState } from './check-state.ts';
import { checkToken } from './check-token.ts';
import type { Examination } from './examination.ts';
import type { Finding } from './finding.ts';

/** Who is looked at, and what is known before. */
export interface Patient {
  readonly provider: AsyncGeneratorProvider;
  readonly examination: Examination;
  /** Why a token that there is would not be sent. */
  readonly tokenNotice?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Version of Node.js. */
  readonly node: string;
}

/**
 * Looks at everything that a picture needs, one thing after the other. Starts no job and uses no quota.
 *
 * What cannot be known because something before it is broken is skipped.
 */
export async function* diagnose({ provider, examination, tokenNotice, env, node }: Patient): AsyncGenerator<Finding, void, undefined> {
  yield checkNode(node);
  const { proxy, space, isReached, failure } = await checkSpace(examination, env);
  yield proxy;
  yield space;
  if (!isReached) {
    for (const check of ['state', 'signature', 'token'] as const) yield { check, status: 'skipped', message: 'not looked at: the service cannot be reached' };
    return;
  }
  const state = await checkState(examination, failure);
  yield state;
  if (state.status === 'broken') yield { check: 'signature', status: 'skipped', message: 'not looked at: the service does not run' };
  else yield await checkSignature(provider, examination);
  yield await checkToken(examination, tokenNotice);
}

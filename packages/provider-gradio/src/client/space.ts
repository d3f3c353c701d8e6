import type { Clock, Credential, Http, Random } from '@hypotez/provider-core';

/** Where a Space is and how it is spoken to. */
export interface Space {
  readonly http: Http;
  readonly clock: Clock;
  readonly random: Random;
  /** Address of the Space, such as `https://owner-space.hf.space`, with its path where it is served under one. */
  readonly url: string;
  readonly credential?: Credential | undefined;
  readonly proxy?: string | undefined;
}

/** The Space's address without a slash at its end. */
export function spaceRoot({ url }: Pick<Space, 'url'>): string {
  return url.replace(/\/+$/u, '');
}

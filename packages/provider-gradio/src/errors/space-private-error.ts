import { AuthenticationError } from '@hypotez/provider-core';

/** No Space can be seen at the address: it does not exist, or it is private and the token is missing or does not fit. */
export class SpacePrivateError extends AuthenticationError {
  static override readonly brand: string = 'gradio/SpacePrivateError';
}

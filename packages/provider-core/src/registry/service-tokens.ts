// `Symbol.for`, so that a container that is shared between two installed copies of this package knows one token each.

/** Token of the transport, an `Http`. */
export const HTTP: unique symbol = Symbol.for('@hypotez/provider-core/HTTP');
/** Token of the `Logger`. */
export const LOGGER: unique symbol = Symbol.for('@hypotez/provider-core/LOGGER');
/** Token of the `Clock`. */
export const CLOCK: unique symbol = Symbol.for('@hypotez/provider-core/CLOCK');
/** Token of the `Random`. */
export const RANDOM: unique symbol = Symbol.for('@hypotez/provider-core/RANDOM');
/** Token of the `Environment`. */
export const ENVIRONMENT: unique symbol = Symbol.for('@hypotez/provider-core/ENVIRONMENT');

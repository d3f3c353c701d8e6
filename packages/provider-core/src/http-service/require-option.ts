import { ConfigurationError } from '../errors/configuration-error.ts';

/**
 * Refuses an option that is wrong, so that a mistake shows at once and not as a failed request.
 *
 * @throws {ConfigurationError} which says what is allowed. The value is not repeated: it may hold a credential.
 */
export function requireOption(isRight: boolean, name: string, allowed: string): void {
  if (!isRight) throw new ConfigurationError(`The option ${name} is wrong; allowed is ${allowed}.`);
}

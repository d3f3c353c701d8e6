import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Name and password that open a Space. */
export interface Login {
  readonly username: string;
  readonly password: string;
}

/** The logged-in users of a Space; without a login everybody may enter and nobody has a name. */
export class LoginGate {
  readonly login: Login | undefined;
  // Part of the cookie names, so that two Spaces on one host do not share them.
  readonly #cookieId = randomBytes(32).toString('base64url');
  readonly #tokens = new Set<string>();

  constructor(login: Login | undefined) {
    this.login = login;
  }

  /** The `set-cookie` headers of a new visit; undefined when name or password is wrong. */
  enter(username: string, password: string): string[] | undefined {
    if (username.trim() !== this.login?.username || password !== this.login.password) return undefined;
    const token = randomBytes(16).toString('base64url');
    this.#tokens.add(token);
    return [
      `access-token-${this.#cookieId}=${token}; HttpOnly; Path=/; SameSite=none; Secure`,
      `access-token-unsecure-${this.#cookieId}=${token}; HttpOnly; Path=/; SameSite=lax`,
    ];
  }

  /** The token that a request carries, if somebody has got it; null for a stranger. */
  token(request: IncomingMessage): string | null {
    const names = [`access-token-${this.#cookieId}`, `access-token-unsecure-${this.#cookieId}`];
    for (const cookie of (request.headers.cookie ?? '').split(';')) {
      const [name = '', value = ''] = cookie.trim().split('=', 2);
      if (names.includes(name) && this.#tokens.has(value)) return value;
    }
    return null;
  }

  /** Name of the user whose cookie a request carries; null for a stranger. */
  user(request: IncomingMessage): string | null {
    return this.token(request) === null ? null : (this.login?.username ?? null);
  }

  /** Whether a request may use the routes behind the login. */
  admits(request: IncomingMessage): boolean {
    return this.login === undefined || this.user(request) !== null;
  }
}

/** Chance as the framework sees it; a test replaces it to know what comes. */
export interface Random {
  /** A version 4 UUID that nobody can guess: 120 random bits or more. */
  uuid(): string;
  /** A whole number from `min` to `max`, both included; at most 2^32 numbers apart. */
  integer(min: number, max: number): number;
}

/** The runtime's cryptographic random numbers. */
export const systemRandom: Random = {
  uuid() {
    // A page that is served by plain http has no `randomUUID`.
    if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    // The first digit of the third group is the version, that of the fourth the variant (RFC 9562, 4.1 and 5.4).
    return digits.replace(/(.{8})(.{4}).(.{3}).(.{3})/u, '$1-$2-4$3-a$4-');
  },
  integer(min, max) {
    const [word = 0] = crypto.getRandomValues(new Uint32Array(1));
    return min + Math.floor((word / 2 ** 32) * (max - min + 1));
  },
};

/** Chance as the framework sees it; a test replaces it to know what comes. */
export interface Random {
  /** A version 4 UUID that nobody can guess: 122 random bits. */
  uuid(): string;
  /** A whole number from `min` to `max`, both included; at most 2^32 numbers apart. */
  integer(min: number, max: number): number;
}

/** The runtime's cryptographic random numbers. */
export const systemRandom: Random = {
  // `crypto.randomUUID` exists in secure contexts only: a page served by plain http has `getRandomValues` alone.
  uuid() {
    if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  },
  integer(min, max) {
    const [word = 0] = crypto.getRandomValues(new Uint32Array(1));
    return min + Math.floor((word / 2 ** 32) * (max - min + 1));
  },
};

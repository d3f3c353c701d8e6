/** Named settings from outside the program; plugins read these instead of `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment variables of the process, read at each look-up; empty in runtimes without any. */
export const systemEnvironment: Environment = new Proxy<Record<string, string | undefined>>({}, {
  get: (_target, name) => (typeof name === 'string' ? processEnvironment()[name] : undefined),
  has: (_target, name) => typeof name === 'string' && processEnvironment()[name] !== undefined,
});

function processEnvironment(): Record<string, string | undefined> {
  return typeof process === 'undefined' ? {} : process.env;
}

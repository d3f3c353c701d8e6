import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import type { FaultPlace } from '@hypotez/provider-testkit';

/** Names that are looked up in this process only, by what comes of it. */
export const NAMES: Readonly<Partial<Record<FaultPlace, string>>> = {
  'unknown name': 'unknown.example',
  'name server busy': 'busy.example',
  'name server silent': 'silent.example',
};

const ERRORS: Readonly<Record<string, string>> = { 'unknown.example': 'ENOTFOUND', 'busy.example': 'EAI_AGAIN' };

/** Takes the place of the name server of this process: no question for one of the names leaves the machine. */
export function replaceNameServer(): void {
  dns.lookup = new Proxy(dns.lookup, {
    apply: (lookup, self, given: readonly unknown[]) => {
      const [name, callback] = [String(given[0]), given.at(-1)];
      if (!Object.values(NAMES).includes(name)) {
        Reflect.apply(lookup, self, given);
        return;
      }
      const code = ERRORS[name];
      if (code !== undefined && typeof callback === 'function') process.nextTick(callback, Object.assign(new Error(`getaddrinfo ${code} ${name}`), { code, syscall: 'getaddrinfo', hostname: name }));
    },
  });
  syncBuiltinESMExports();
}

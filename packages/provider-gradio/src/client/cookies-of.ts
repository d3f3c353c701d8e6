import type { HttpResponse } from '@hypotez/provider-core';

/** Headers that lead back to the machine that answered: a balanced Space marks it by cookies. */
export function cookiesOf({ headers }: Pick<HttpResponse, 'headers'>): Readonly<Record<string, string>> {
  // Browsers keep cookies themselves and do not show them; there the list is empty.
  const cookie = headers.getSetCookie().map((line) => line.split(';', 1)[0]).join('; ');
  return cookie === '' ? {} : { cookie };
}

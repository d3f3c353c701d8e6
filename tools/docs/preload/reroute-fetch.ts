/** Makes requests for one origin go to another; the program does not notice. */
export function rerouteFetch({ from, to }: { readonly from: string; readonly to: string }): void {
  const original = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const request = new Request(input, init);
    const { origin, pathname, search } = new URL(request.url);
    return original(origin === from ? new Request(`${to}${pathname}${search}`, request) : request);
  };
}

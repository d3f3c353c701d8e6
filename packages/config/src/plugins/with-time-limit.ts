/** Whether something was there in time. */
export type Timed<Value> = { readonly inTime: true; readonly value: Value } | { readonly inTime: false };

/** Waits for something, but not for ever. What comes later is dropped, its failure too. */
export async function withTimeLimit<Value>(work: Promise<Value>, limitMs: number): Promise<Timed<Value>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<{ readonly inTime: false }>((resolve) => {
    timer = setTimeout(() => { resolve({ inTime: false }); }, limitMs);
  });
  try {
    return await Promise.race([work.then((value) => ({ inTime: true as const, value })), late]);
  } finally {
    clearTimeout(timer);
  }
}

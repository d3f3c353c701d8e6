/** Generations that are under way together; few enough that the reader keeps up with the server. */
const AT_A_TIME = 8;

/** Makes some pictures, always a few at a time. */
export async function runTogether(count: number, generate: (prompt: string) => Promise<unknown>): Promise<void> {
  let started = 0;
  const worker = async (): Promise<void> => {
    while (started < count) {
      started += 1;
      await generate(`a lighthouse at dusk, number ${started.toString()}`);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
}

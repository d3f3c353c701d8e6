/** A point that one side waits at until the other side opens it. */
export interface Barrier<Value = void> {
  readonly reached: Promise<Value>;
  readonly open: (value: Value) => void;
}

/** Makes a closed barrier. */
export function createBarrier<Value = void>(): Barrier<Value> {
  let open: (value: Value) => void = () => undefined;
  const reached = new Promise<Value>((resolve) => {
    open = resolve;
  });
  return { reached, open };
}

import { describe, expect, it } from 'vitest';
import { FileStore } from './file-store.ts';

const bytes = (value: number, size = 1): Uint8Array => new Uint8Array(size).fill(value);

describe('FileStore', () => {
  it('names a file after its content', () => {
    const store = new FileStore();
    const path = store.add({ bytes: bytes(1) });
    expect(path).toMatch(/^\/tmp\/gradio\/[0-9a-f]{64}\/image\.png$/);
    expect(store.add({ bytes: bytes(1) })).toBe(path);
    expect(store.get(path)?.bytes).toEqual(bytes(1));
  });

  it('drops the oldest file beyond its number', () => {
    const store = new FileStore(2);
    const [first = '', , third = ''] = [1, 2, 3].map((value) => store.add({ bytes: bytes(value) }));
    expect(store.get(first)).toBeUndefined();
    expect(store.get(third)).toBeDefined();
  });

  it('drops the oldest files beyond its bytes but never the newest', () => {
    const store = new FileStore(10, 10);
    const small = store.add({ bytes: bytes(1, 6) });
    const large = store.add({ bytes: bytes(2, 20) });
    expect(store.get(small)).toBeUndefined();
    expect(store.get(large)).toBeDefined();
  });

  it('keeps a file young that is made again', () => {
    const store = new FileStore(2);
    const first = store.add({ bytes: bytes(1) });
    store.add({ bytes: bytes(2) });
    store.add({ bytes: bytes(1) });
    store.add({ bytes: bytes(3) });
    expect(store.get(first)).toBeDefined();
  });
});

/** What one process measured. */
export interface Sample {
  /** User and system time of one generation, all threads, in milliseconds. */
  readonly cpuMs: number;
  /** Bytes that one generation allocated on the heap. */
  readonly allocatedBytes: number;
  /** Bytes on the heap of the whole process after garbage collection. */
  readonly heapBytes: number;
  /** Resident bytes of the whole process after garbage collection. */
  readonly residentBytes: number;
}

/** Checks what came from another process. */
export function isSample(value: unknown): value is Sample {
  const keys: readonly (keyof Sample)[] = ['cpuMs', 'allocatedBytes', 'heapBytes', 'residentBytes'];
  return typeof value === 'object' && value !== null && keys.every((key) => typeof Reflect.get(value, key) === 'number');
}

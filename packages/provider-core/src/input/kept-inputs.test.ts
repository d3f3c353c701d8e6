import { describe, expect, it } from 'vitest';
import { createBarrier } from '../testing/barrier.ts';
import { ExampleProvider } from '../testing/example-provider.ts';
import { outcomeOf } from '../testing/example-run.ts';
import { imageBytes } from '../testing/image-fixtures.ts';

describe('bytes that are written to', () => {
  it('before the first step count as they are then', async () => {
    const [provider, bytes] = [new ExampleProvider(), new Uint8Array(100)];
    const run = provider.createAsyncGenerator({ prompt: 'x', images: [bytes.subarray(0, imageBytes('gif').length)] });
    bytes.set(imageBytes('gif').subarray(0, 100));
    expect((await outcomeOf(run)).error).toMatchObject({ code: 'invalid_request', message: expect.stringContaining('is cut short') as string });
  });

  it('while a provider prepares itself count as they were before', async () => {
    const [prepared, preparing] = [createBarrier(), createBarrier()];
    class Slow extends ExampleProvider {
      protected override preparation(): () => Promise<void> {
        return () => {
          preparing.open();
          return prepared.reached;
        };
      }
    }
    const [provider, bytes, shared] = [new Slow(), imageBytes('png'), new Uint8Array(new SharedArrayBuffer(imageBytes('png').length))];
    shared.set(bytes);
    const outcome = outcomeOf(provider.createAsyncGenerator({ prompt: 'x', images: [bytes, Buffer.from(bytes.buffer)], mask: shared }));
    await preparing.reached;
    bytes.fill(0);
    shared.fill(0);
    prepared.open();
    expect((await outcome).error).toBeUndefined();
    const [generation] = provider.generations;
    expect([...(generation?.images ?? []), generation?.mask].map((file) => file?.bytes)).toEqual([imageBytes('png'), imageBytes('png'), imageBytes('png')]);
  });
});

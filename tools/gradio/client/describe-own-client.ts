import { Client } from '@gradio/client';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

const PAINTING = ['A lighthouse at dawn', '', 7, false, 512, 512, 4.5, 6];

/** What Gradio's own client has to be able to do with every server. The address is asked for when the tests run. */
export function describeOwnClient(url: () => string): void {
  describe('@gradio/client', () => {
    let client: Client;
    beforeAll(async () => {
      client = await Client.connect(url(), { events: ['data', 'status'] });
    });
    // The client says on the console that a job was cancelled or that it was closed, as if that were an error.
    beforeEach(() => {
      vi.spyOn(console, 'error').mockReturnValue();
    });
    afterAll(() => {
      client.close();
      vi.restoreAllMocks();
    });

    it('knows the functions and their inputs', async () => {
      const { named_endpoints: endpoints } = await client.view_api();
      expect(Object.keys(endpoints)).toEqual(expect.arrayContaining(['/infer', '/preview', '/gallery']));
      expect(endpoints['/infer']?.parameters.map(({ parameter_name }) => parameter_name)).toContain('num_inference_steps');
    });

    it('predicts a picture that can be fetched', async () => {
      const { data } = await client.predict('/infer', PAINTING);
      expect(data).toMatchObject([{ url: expect.stringContaining('/file=') as string }, 7]);
      const picture = await fetch(addressOf(data));
      expect(picture.headers.get('content-type')).toMatch(/^image\//u);
    });

    it('submits a job and gets every preview whole, and then the picture', async () => {
      const addresses: string[] = [];
      const stages: string[] = [];
      for await (const event of client.submit('/preview', PAINTING)) {
        // Read at once: the client changes these values with the next difference.
        if (event.type === 'data') addresses.push(addressOf(event.data));
        else stages.push(event.stage);
      }
      expect(new Set(addresses).size).toBeGreaterThanOrEqual(3);
      expect(addresses.every((address) => address.includes('/file='))).toBe(true);
      expect(stages.at(-1)).toBe('complete');
    });

    it('gets the words of an error', async () => {
      await expect(client.predict('/fail_shown', ['too dark'])).rejects.toMatchObject({ message: expect.stringContaining('too dark') as string });
    });

    it('cancels a running job, and the function is free for the next one', async () => {
      const job = client.submit('/slow_stream', [20]);
      for await (const event of job) if (event.type === 'data') await job.cancel();
      const { data } = await client.predict('/slow_stream', [0.2]);
      expect(addressOf(data)).toContain('/file=');
    });
  });
}

function addressOf(data: unknown): string {
  const file: unknown = Array.isArray(data) ? data[0] : undefined;
  const url: unknown = typeof file === 'object' && file !== null ? Reflect.get(file, 'url') : undefined;
  return typeof url === 'string' ? url : '';
}

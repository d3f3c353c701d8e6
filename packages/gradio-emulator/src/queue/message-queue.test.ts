import { describe, expect, it } from 'vitest';
import { MessageQueue } from './message-queue.ts';

const starts = (id: string) => ({ msg: 'process_starts', event_id: id, eta: null }) as const;

describe('MessageQueue', () => {
  it('keeps messages until somebody reads them', async () => {
    const queue = new MessageQueue();
    queue.put(starts('a'));
    queue.put(starts('b'));
    expect(await queue.take(0)).toEqual(starts('a'));
    expect(await queue.take(0)).toEqual(starts('b'));
  });

  it('gives each message to one of two readers', async () => {
    const queue = new MessageQueue();
    const readers = [queue.take(10_000), queue.take(10_000)];
    queue.put(starts('a'));
    queue.put(starts('b'));
    expect(await Promise.all(readers)).toEqual([starts('a'), starts('b')]);
  });

  it('tells a reader that nothing came', async () => {
    expect(await new MessageQueue().take(1)).toBe('timeout');
  });

  it('does not give a message to a reader who has given up', async () => {
    const queue = new MessageQueue();
    await queue.take(1);
    queue.put(starts('a'));
    expect(await queue.take(0)).toEqual(starts('a'));
  });

  it('wakes its readers when it closes', async () => {
    const queue = new MessageQueue();
    const reader = queue.take(10_000);
    queue.close();
    expect(await reader).toBe('closed');
    expect(await queue.take(10_000)).toBe('closed');
  });
});

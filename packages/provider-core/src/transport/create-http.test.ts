import { describe, expect, it } from 'vitest';
import { Bill, putOnBill } from '../services/bill.ts';
import { createBarrier } from '../testing/barrier.ts';
import { startServer } from '../testing/local-server.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { openHttp } from '../testing/open-http.ts';
import { createHttp } from './create-http.ts';

describe('a transport that is closed', () => {
  it('lets arrive what is on its way, such as the cancelling of a job, and leaves no timer', async () => {
    const [asked, answer, clock] = [createBarrier(), createBarrier(), new ManualClock()];
    const server = await startServer(async (response) => {
      asked.open();
      await answer.reached;
      response.end('cancelled');
    });
    const http = createHttp({ clock });
    const text = http.request({ url: server.origin, method: 'POST', json: { event_id: 'a' } }).then((response) => response.text());
    await asked.reached;
    const closing = http.close();
    answer.open();
    expect(await text).toBe('cancelled');
    await closing;
    await server.closed();
    expect(clock.pending).toBe(0);
  });
});

describe('a request under the signal of a run', () => {
  it.each([[true, true], [false, false]])('that is billable (%s) is on the bill of that run (%s)', async (billable, isOpen) => {
    const { origin } = await startServer();
    const [bill, { signal }] = [new Bill(), new AbortController()];
    putOnBill(signal, bill);
    await (await openHttp().request({ url: origin, signal, billable, method: 'POST', json: {} })).text();
    expect(bill.isOpen).toBe(isOpen);
  });
});

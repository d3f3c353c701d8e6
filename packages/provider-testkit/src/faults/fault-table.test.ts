import { describe, expect, it } from 'vitest';
import { faultTable } from './fault-table.ts';
import { faultsWithoutCase } from './table/faults-without-case.ts';

describe('the table of faults', () => {
  it('has an id of its own for every case', () => {
    expect(new Set(faultTable.map(({ id }) => id)).size).toBe(faultTable.length);
  });

  it('says of what is never tried again elsewhere that it may have cost something, or that others share it', () => {
    const shared = new Set(['rejected', 'moderation', 'aborted', 'missing_images', 'proxy', 'network']);
    const odd = faultTable.filter(({ expect: { code, billed, failedOver } }) => !failedOver && billed === 'no' && !shared.has(code));
    expect(odd.map(({ id }) => id)).toEqual([]);
  });

  it('never fails over what was painted', () => {
    expect(faultTable.filter(({ expect: { billed, failedOver } }) => billed === 'yes' && failedOver)).toEqual([]);
  });

  it('fails over what may be billed only where the caller allows it', () => {
    expect(faultTable.filter(({ setUp, expect: { billed, failedOver } }) => billed === 'maybe' && failedOver && setUp.onMaybeBilled !== true)).toEqual([]);
  });

  it('gives a reason for every fault without a case, and has none for those', () => {
    for (const { fault, notApplicable } of faultsWithoutCase) {
      expect(notApplicable).not.toBe('');
      expect(faultTable.some((found) => found.fault === fault)).toBe(false);
    }
  });
});

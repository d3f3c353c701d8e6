/** The longest wait that is believed, in milliseconds: a week. */
const MAXIMUM_WAIT_MS = 7 * 24 * 3600 * 1000;

/**
 * Reads how long a ZeroGPU message asks to wait, in milliseconds; `undefined` when it does not say.
 *
 * Understands Python's `str(timedelta)` (`0:09:48`, `1 day, 2:03:04`, `-1 day, 23:59:59`) and `2 days`. A time that is
 * already over is 0, one above a week is a week.
 */
export function parseWait(text: string): number | undefined {
  const clock = /(?:retry|try again) in (?:(-?\d+) days?,? ?)?(\d+):(\d{2}):(\d{2})(?:\.\d+)?/iu.exec(text);
  if (clock !== null) {
    const [, days = '0', hours, minutes, seconds] = clock;
    const total = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
    return Math.min(Math.max(0, total * 1000), MAXIMUM_WAIT_MS);
  }
  const [, days] = /(?:retry|try again) in (\d+) days?\b/iu.exec(text) ?? [];
  return days === undefined ? undefined : Math.min(Number(days) * 24 * 3600 * 1000, MAXIMUM_WAIT_MS);
}

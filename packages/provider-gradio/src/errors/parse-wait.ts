/** The longest wait that is believed, in milliseconds: a week. */
const MAXIMUM_WAIT_MS = 7 * 24 * 3600 * 1000;

/**
 * Reads how long a ZeroGPU message asks to wait, in milliseconds; `undefined` when it does not say.
 *
 * Understands Python's `str(timedelta)` (`0:09:48`, `1 day, 2:03:04`, `-1 day, 23:59:59`) and `2 days`. A time that is
 * already over is 0, one above a week is a week.
 */
export function parseWait(text: string): number | undefined {
  const [, ...parts]: readonly (string | undefined)[] = /(?:retry|try again) in (?=-?\d)(?:(-?\d+) days?\b,? ?)?(?:(\d+):(\d{2}):(\d{2}))?/iu.exec(text) ?? [];
  if (parts.every((part) => part === undefined)) return undefined;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.map((part) => Number(part ?? 0));
  const waitMs = (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
  return waitMs > 0 ? Math.min(waitMs, MAXIMUM_WAIT_MS) : 0;
}

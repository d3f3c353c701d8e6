import type { Result } from './result.ts';

/** What stands in the table of a result: the verdict and what it was seen by, or what the row is about. */
export function cell({ peerCase: { tell }, observation, verdict }: Result): string {
  if (tell !== undefined) return tell(observation, verdict);
  const { report, death, watchedMs, busySockets } = observation;
  switch (verdict) {
    case 'image':
      return `image, ${timeOf(report?.ms)}${busySockets > 0 ? ', the connection stays open' : ''}`;
    case 'typed':
      return `typed: \`${report?.name ?? ''}\`, ${timeOf(report?.ms)}`;
    case 'untyped':
      return `untyped: ${report?.ending === 'event' ? 'an event' : `\`${report?.name ?? ''}\``}, ${timeOf(report?.ms)}`;
    case 'false success':
      return `**false success**, ${timeOf(report?.ms)}`;
    case 'hang':
      return report === undefined ? `**hang**, > ${timeOf(watchedMs)}` : `**hang**, ${timeOf(report.ms)} (${report.ending === 'thrown' ? `\`${report.name}\`` : report.ending})`;
    case 'crash':
      return `**crash**, ${death ?? ''}`;
  }
}

/** Milliseconds in words. */
function timeOf(ms = 0): string {
  return ms < 1000 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

import { cpus } from 'node:os';

/** One line for above a table of figures: the command that made it, when, and on what machine. */
export function howMeasured(command: string): string {
  const processors = cpus();
  const date = new Date().toISOString().slice(0, 10);
  return `\`${command}\` on ${date}, Node ${process.versions.node}, ${processors.length.toString()} cores of ${processors[0]?.model.trim() ?? 'an unknown processor'}.`;
}

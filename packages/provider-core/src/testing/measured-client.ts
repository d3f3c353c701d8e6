import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What became of a program in a process of its own. */
export interface Measured {
  /** What the program said. */
  readonly outcome: unknown;
  /** How many MiB its memory grew at most while it worked. */
  readonly grownMiB: number;
}

/** How memory is measured. */
export interface MeasureOptions {
  /** Collects garbage all the time, so that only what is held counts and not what was not collected yet. Default false. */
  readonly onlyHeld?: boolean;
}

/**
 * Runs the body of an async function in a process of its own, with `http` at hand, and measures how far its memory grows at
 * most. What it returns has to be JSON.
 */
export async function measureClient(body: string, { onlyHeld = false }: MeasureOptions = {}): Promise<Measured> {
  const program = `
    import { createHttp, readErrorBody } from '@hypotez/provider-core';
    const http = createHttp();
    const work = async () => { ${body} };
    // Loads what a first request loads.
    await http.request({ url: 'http://127.0.0.1:1/', billable: true }).catch(() => undefined);
    if (${String(onlyHeld)}) setInterval(gc, 50);
    const before = process.resourceUsage().maxRSS;
    const outcome = await work().catch(({ code, limit, limitBytes }) => ({ code, limit, limitBytes }));
    console.log(JSON.stringify({ outcome, grownMiB: (process.resourceUsage().maxRSS - before) / 1024 }));
    process.exit();
  `;
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', '--conditions', '@hypotez/source', '--input-type', 'module', '--eval', program], { cwd: import.meta.dirname });
  const result: unknown = JSON.parse(stdout);
  if (!isMeasured(result)) throw new Error(`The program said ${stdout}`);
  return result;
}

function isMeasured(value: unknown): value is Measured {
  return typeof value === 'object' && value !== null && 'outcome' in value && 'grownMiB' in value && typeof value.grownMiB === 'number';
}

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Script, Step } from '@hypotez/provider-testkit';
import type { Complaint } from '../verdict/complaint.ts';
import type { CommandCase } from './command-case.ts';
import { examineCommand } from './examine-command.ts';
import { runCommand, type RunningCommand } from './run-command.ts';
import { jobsOf, startSpace } from './start-space.ts';

/** Does something, then answers as a healthy service. */
function after(act: () => void): (healthy: Script) => Script {
  const step: Step = () => { act(); };
  return (healthy) => [step, ...healthy];
}

/** A folder in which nothing can be written: the job is not even sent. */
function unwritable(id: string, title: string, outputIn: (folder: string) => Promise<string>, mount?: string): CommandCase {
  return {
    id: `74-command-${id}`,
    fault: 74,
    title,
    maxMs: 10_000,
    ...(mount === undefined ? {} : { needsMount: true as const }),
    play: async (folder) => {
      await using space = await startSpace();
      const output = await outputIn(folder);
      const command = runCommand({ url: space.url, output, ...(mount === undefined ? {} : { mayMount: true, before: `${mount} "$OUTPUT" || exit 99` }) });
      await command.exit;
      return await examineCommand(command, { exit: 73, counts: { jobs: [jobsOf(space), 0] } });
    },
  };
}

/** Faults of the files that the command writes: 73 to 75. */
export const fileCases: readonly CommandCase[] = [
  {
    id: '73-command-disk-full',
    fault: 73,
    title: 'the disk is full when the picture comes',
    maxMs: 10_000,
    needsMount: true,
    play: async (folder) => {
      const running: { command?: RunningCommand } = {};
      // The file system is another one in the namespace of the command; this way leads there.
      const fill = after(() => {
        try {
          writeFileSync(`/proc/${(running.command?.pid ?? 0).toString()}/root${folder}/filler`, Buffer.alloc(1024 * 1024));
        } catch {
          // Full, as it is meant to be.
        }
      });
      await using space = await startSpace({ image: fill });
      const list = `${folder}.txt`;
      const command = runCommand({ url: space.url, output: `${folder}/`, mayMount: true, before: 'mount -t tmpfs -o size=64k none "$OUTPUT" || exit 99', behind: `ls -A "$OUTPUT" > "${list}"` });
      running.command = command;
      await command.exit;
      const names = readFileSync(list, 'utf8').trim();
      rmSync(list);
      const left: readonly Complaint[] = names === 'filler' ? [] : [{ kind: 'leak', text: `files: ${names}` }];
      return [...await examineCommand(command, { exit: 73, counts: { jobs: [jobsOf(space), 1] } }), ...left];
    },
  },
  {
    id: '74-command-folder-gone',
    fault: 74,
    title: 'the folder is deleted while the picture is painted',
    maxMs: 10_000,
    play: async (folder) => {
      const target = join(folder, 'pictures');
      await mkdir(target);
      await using space = await startSpace({ image: after(() => { rmSync(target, { recursive: true }); }) });
      const command = runCommand({ url: space.url, output: `${target}/` });
      await command.exit;
      return await examineCommand(command, { exit: 73, files: { folder, count: 0 }, counts: { jobs: [jobsOf(space), 1] } });
    },
  },
  unwritable('no-folder', 'the folder is a file', async (folder) => {
    writeFileSync(join(folder, 'file'), '');
    return Promise.resolve(join(folder, 'file', 'picture.png'));
  }),
  unwritable('not-allowed', 'the folder may not be written', () => Promise.resolve('/sys/kernel/picture.png')),
  unwritable('read-only', 'the file system is read-only', (folder) => Promise.resolve(`${folder}/`), 'mount -t tmpfs -o ro,size=64k none'),
  {
    id: '75-command-two-at-once',
    fault: 75,
    title: 'two commands write the same name at once',
    maxMs: 15_000,
    play: async (folder) => {
      await using space = await startSpace();
      const output = join(folder, 'picture.png');
      const commands = [0, 1].map(() => runCommand({ url: space.url, output }));
      const [one, other] = await Promise.all(commands.map((command) => examineCommand(command, { exit: 0 })));
      const paths = new Set(commands.map(({ text }) => text.stdout));
      const same: readonly Complaint[] = paths.size === 2 ? [] : [{ kind: 'false success', text: 'both say that they wrote the same file' }];
      const [first] = commands;
      return [...one ?? [], ...other ?? [], ...same, ...(first === undefined ? [] : await examineCommand(first, { exit: 0, files: { folder, count: 2 } }))];
    },
  },
];

import { STOPPED, type Order, type Picture, type Subject } from '../subjects/subject.ts';
import { ABORT_MS, type Task } from './task.ts';

/** What the work is done with. */
export interface Bench {
  readonly pictures: Picture[];
  /** Forgets the pictures and lets the time begin again. */
  readonly restart: () => void;
}

/** Does what the task says; gives what `generate` does. */
export async function perform({ generate, events }: Omit<Subject, 'isOwn'>, { act, ...rest }: Task, { pictures, restart }: Bench): Promise<string | undefined> {
  const controller = new AbortController();
  const order: Order = { ...rest, signal: controller.signal };
  // Listened to all the time: the channel keeps the process alive, so that who waits for nothing hangs as who waits too long.
  const told = new Promise<void>((resolve) => {
    process.on('message', () => { resolve(); });
  });
  switch (act) {
    case 'generate':
      return generate(order, pictures);
    case 'abort':
      setTimeout(() => {
        restart();
        controller.abort(STOPPED);
      }, ABORT_MS);
      return generate(order, pictures);
    case 'again': {
      await generate(order, pictures);
      if (pictures.length === 0) throw new Error('There was no first picture.');
      process.send?.({ isBetween: true });
      await told;
      restart();
      return generate(order, pictures);
    }
    case 'leave':
    case 'unread': {
      if (events === undefined) throw new Error('There is no loop.');
      const loop = await events(order);
      for await (const event of loop.events) {
        if (!loop.isNews(event)) continue;
        if (act === 'unread') await told;
        restart();
        break;
      }
      return undefined;
    }
  }
}

import type { Scenario } from '../scenario.ts';

const QUOTA = 'You have exceeded your free GPU quota (60s requested vs. 12s left). <a href="https://huggingface.co/settings">Subscribe to Pro</a> to get more usage quota. Try again in 0:13:21';

/** What functions give, and how they fail: each by both streams. */
export const answers: readonly Scenario[] = [
  byBoth('a gallery', 'gallery', ['A lighthouse', 3]),
  byBoth('a log line', 'log', ['A lighthouse']),
  byBoth('an update', 'update', ['A lighthouse']),
  byBoth('no picture', 'nothing', ['A lighthouse']),
  byBoth('an address', 'link', ['https://example.com/a%20b.png?x=1']),
  byBoth('an error with words', 'fail_shown', ["It's <b>too</b> dark"]),
  byBoth('an error with double quotes and letters', 'fail_shown', ['"Zu dunkel", é 😀\nzwei']),
  byBoth('a used-up quota', 'fail_shown', [QUOTA]),
  byBoth('no GPU', 'fail_shown', ['No GPU was available after 60s. Retry later']),
  byBoth('an aborted GPU task', 'fail_shown', ['GPU task aborted']),
  byBoth('an error with a title', 'fail_titled', ['Something is wrong', 'ZeroGPU quota exceeded']),
  byBoth('a hidden error', 'fail_hidden', ['secret detail']),
  byBoth('an error after a preview', 'fail_midway', ['late']),
  byBoth('a slow function', 'slow', [0.3]),
  byBoth('a number that is none', 'odd_number', []),
  byBoth('a warning', 'warn', ['A lighthouse at dawn']),
  byBoth('a text that grows', 'spell', ['dawn']),
  {
    name: 'a text that grows, by joining the queue',
    play: async (visitor) => {
      const session = visitor.newSession();
      await visitor.join('spell', ['dawn'], session);
      await visitor.followSession(session);
    },
  },
  { ...byBoth('an error with words, where errors are shown', 'fail_shown', ['dark']), kind: 'show-errors' },
  { ...byBoth('an exception, where errors are shown', 'fail_hidden', ['detail']), kind: 'show-errors' },
  { ...byBoth('an error after a preview, where errors are shown', 'fail_midway', ['late']), kind: 'show-errors' },
  { ...byBoth('too few inputs, where errors are shown', 'gallery', ['A lighthouse']), kind: 'show-errors' },
];

function byBoth(name: string, api: string, data: readonly unknown[]): Scenario {
  return {
    name,
    play: async (visitor) => {
      await visitor.followCall(api, await visitor.call(api, data));
      const session = visitor.newSession();
      await visitor.call(api, data, session);
      await visitor.followSession(session);
    },
  };
}

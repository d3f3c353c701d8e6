import { startSpace } from '@hypotez/gradio-emulator';
import { describeGradioServer } from './client-suite.ts';

const KINDS = { main: {}, login: { login: { username: 'painter', password: 'canvas' } }, full: { maximumQueueSize: 1, concurrency: 1 } };

describeGradioServer({
  name: 'the emulator',
  start: (kind) => startSpace({ stepMs: 20, ...KINDS[kind] }),
  startTimeoutMs: 10_000,
  hasNoPrefix: false,
  showsErrorOnCall: false,
});

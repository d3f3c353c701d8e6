import { describeGradioServer } from './client-suite.ts';
import { startEmulator } from './start-emulator.ts';

describeGradioServer({
  name: 'the emulator',
  start: (kind) => startEmulator('5.3.0', kind),
  startTimeoutMs: 10_000,
  hasNoPrefix: false,
  showsErrorOnCall: false,
});

import { mergeConfig } from 'vitest/config';
import shared from '../../vitest.config.ts';

/**
 * The tests as they are run thousands of times, one change after the other.
 *
 * Left out are those that cannot notice a change, or that take seconds for what others beside them say of the same code.
 */
export default mergeConfig(shared, {
  test: {
    // Loading the modules anew for every file takes longer than the tests.
    isolate: false,
    // By it a later run knows which tests are the same.
    includeTaskLocation: true,
    // A table in a module that a test loads late is made once for all changes; loaded before, it counts as what it is.
    setupFiles: ['./src/testing/load-late-parts.ts'],
    // What never ends after a change is found out by the test itself: Stryker's own timeout costs a new process.
    testTimeout: 6000,
    // A poll that waits ten seconds for what a change made impossible costs ten seconds a change.
    expect: { poll: { timeout: 1500 } },
    exclude: [
      // They start programs of their own, in which nothing is changed.
      'src/transport/memory.test.ts',
      'src/transport/runtime.test.ts',
      // Ten thousands of texts, cut at every place.
      'src/transport/event-stream.property.test.ts',
      // Two thousand redirects, of which redirects.test.ts says one by one where they lead.
      'src/transport/redirected-secrets.test.ts',
      // Hundreds of megabytes.
      'src/transport/limits.test.ts',
      // Three providers in thousands of calls.
      'src/resilience/simulation.test.ts',
    ],
  },
});

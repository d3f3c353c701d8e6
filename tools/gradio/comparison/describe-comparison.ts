import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { environmentFor } from '../environments.ts';
import { startGradio } from '../start-gradio.ts';
import { scenarios, slowScenarios } from './scenarios.ts';
import type { Scenario } from './scenario.ts';
import { Side } from './side.ts';
import { startEmulator, type EmulatedVersion } from '../start-emulator.ts';
import { Visitor } from './visitor.ts';

const allScenarios = [...scenarios, ...slowScenarios];
/** On a new machine the environment is built first. */
const BUILD_TIMEOUT_MS = 900_000;
/** A scenario may be the first one that needs its kind of Space. */
const SCENARIO_TIMEOUT_MS = 90_000;
/** More sessions than one scenario has, so that each has its own. */
const SESSIONS = 100;

/** Plays every scenario against a real Gradio and against the emulator of the same version, and compares what was said. */
export function describeComparison(version: EmulatedVersion): void {
  describe(`the emulator beside Gradio ${version}`, () => {
    const real = new Side(version, (kind) => startGradio({ version, kind, format: 'png' }));
    const emulated = new Side(version, (kind) => startEmulator(version, kind));
    beforeAll(() => environmentFor(version), BUILD_TIMEOUT_MS);
    afterAll(() => Promise.all([real.close(), emulated.close()]));

    const compare = async (scenario: Scenario): Promise<void> => {
      const [expected, actual] = await Promise.all([record(real, scenario), record(emulated, scenario)]);
      // An emulator that breaks off has said something else; a real Gradio that does is a mistake of the scenario.
      expect(expected.error).toBeUndefined();
      expect(`${actual.transcript}\n${actual.error ?? ''}`).toBe(`${expected.transcript}\n`);
    };
    describe('says the same', { concurrent: true }, () => {
      describe('one after the other', { concurrent: false }, () => {
        it.each(scenarios)('$name', compare, SCENARIO_TIMEOUT_MS);
      });
      it.each(slowScenarios)('meanwhile: $name', compare, SCENARIO_TIMEOUT_MS);
    });
  });
}

interface Recording {
  readonly transcript: string;
  /** Why the scenario could not be played to its end. */
  readonly error?: string;
}

async function record(side: Side, scenario: Scenario): Promise<Recording> {
  const { kind = 'main', play } = scenario;
  const visitor = new Visitor(await side.host(kind), allScenarios.indexOf(scenario) * SESSIONS);
  try {
    await play(visitor);
    return { transcript: visitor.transcript };
  } catch (error) {
    return { transcript: visitor.transcript, error: String(error) };
  }
}

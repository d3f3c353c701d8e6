import type { ImageRequest, ProviderPlugin } from '@hypotez/provider-core';
import { describe, expectTypeOf, it } from 'vitest';
import {
  ConformanceError, conformanceChecks, reasonsToSkip,
  type ConformanceCheck, type ConformanceScenario, type ConformanceSubject, type PluginEntry, type PluginFactory, type Script, type ServiceWire, type SkippedCheck, type Wire,
} from '../index.ts';
import { describeProvider, type DescribedProvider } from '../vitest/describe-provider.ts';

describe('the conformance suite', () => {
  it('is made of checks that any runner can call', () => {
    expectTypeOf(conformanceChecks).toEqualTypeOf<readonly ConformanceCheck[]>();
    expectTypeOf<ConformanceCheck['run']>().toEqualTypeOf<(subject: ConformanceSubject) => Promise<void>>();
    expectTypeOf(ConformanceError).constructorParameters.toEqualTypeOf<[what: string, advice: string]>();
  });

  it('tries a plugin against a scenario', () => {
    expectTypeOf<ConformanceSubject['plugin']>().toEqualTypeOf<PluginFactory>();
    expectTypeOf<PluginFactory>().returns.toEqualTypeOf<ProviderPlugin>();
    expectTypeOf<ConformanceScenario['wire']>().toEqualTypeOf<ServiceWire>();
    expectTypeOf<Wire>().toExtend<ServiceWire>();
    expectTypeOf<ConformanceScenario['entry']>().toEqualTypeOf<PluginEntry>();
    expectTypeOf<ConformanceScenario['example']['request']>().toEqualTypeOf<ImageRequest>();
    expectTypeOf<NonNullable<ConformanceScenario['moderation']>['news']>().toEqualTypeOf<Script | undefined>();
  });

  it('skips nothing without a reason', () => {
    expectTypeOf(describeProvider).toEqualTypeOf<(described: DescribedProvider) => void>();
    expectTypeOf<DescribedProvider['skip']>().toEqualTypeOf<readonly SkippedCheck[] | undefined>();
    expectTypeOf<{ test: 'seed' }>().not.toExtend<SkippedCheck>();
    expectTypeOf(reasonsToSkip).returns.toEqualTypeOf<ReadonlyMap<string, string>>();
  });
});

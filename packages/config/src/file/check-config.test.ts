import { ConfigurationError } from '@hypotez/provider-core';
import { describe, expect, it } from 'vitest';
import { checkConfig } from './check-config.ts';
import { ConfigError } from './config-error.ts';

/** The problems of a JSON configuration as lines. */
function problemsOf(json: string): readonly string[] {
  try {
    checkConfig({ file: 'hypotez.config.json', value: JSON.parse(json), json });
    return [];
  } catch (thrown) {
    if (!(thrown instanceof ConfigError)) throw thrown;
    return thrown.problems.map(({ place, line, found, allowed }) => `${place} @${String(line)} ${found}; ${allowed}`);
  }
}

describe('checkConfig', () => {
  it('takes a configuration with everything in it', () => {
    const config = {
      plugins: ['a', { from: './b.ts', options: { apiKey: { env: 'KEY' } } }],
      aliases: { mine: 'a/large', both: ['a/large', 'b/small'] },
      routes: { 'sd-3.5': ['b', 'a'] },
      defaults: { model: 'mine', aspectRatio: '16:9', guidanceScale: 4, providerOptions: { a: { speed: 1 } } },
      rates: { a: { concurrency: 1 } },
      timeouts: { totalMs: 1000 },
      limits: { redirects: 2 },
      failOver: { onModeration: true },
      retries: 0,
    };
    expect(checkConfig({ file: 'hypotez.config.ts', value: config })).toEqual(config);
  });

  it('tells everything that is wrong at once, with place and line', () => {
    const json = `{
      "plugins": [
        "a",
        { "from": "./b.ts", "optoins": {} }
      ],
      "routes": { "sd-3.5": "a" },
      "timeouts": { "totalMs": 0 },
      "colour": 1,
      "retires": 2
    }`;
    expect(problemsOf(json)).toEqual([
      'plugins[1].optoins @4 is not known; perhaps options is meant',
      'routes["sd-3.5"] @6 is a text; allowed is a list of texts',
      'timeouts.totalMs @7 is 0; allowed is a whole number from 1 to 2147483647',
      'colour @8 is not known; there are plugins, aliases, routes, defaults, rates, timeouts, limits, failOver, retries',
      'retires @9 is not known; perhaps retries is meant',
    ]);
  });

  it.each([
    ['"x"', ' @1 is a text; allowed is an object with plugins, aliases, routes, defaults, rates, timeouts, limits, failOver, retries'],
    ['null', ' @1 is null; allowed is an object with plugins, aliases, routes, defaults, rates, timeouts, limits, failOver, retries'],
    ['{"plugins":{}}', 'plugins @1 is an object; allowed is a list of plugins'],
    ['{"plugins":[5]}', 'plugins[0] @1 is 5; allowed is a package name, a path or an object with from, options'],
    ['{"plugins":[{}]}', 'plugins[0].from @1 is missing; it belongs to an object with from, options'],
    ['[]', ' @1 is a list; allowed is an object with plugins, aliases, routes, defaults, rates, timeouts, limits, failOver, retries'],
    ['{"timeouts":[],"rates":[]}', 'rates @1 is a list; allowed is an object', 'timeouts @1 is a list; allowed is an object with connectMs, headersMs, firstEventMs, idleMs, progressMs, totalMs'],
    ['{"aliases":{"a":[]}}', 'aliases.a @1 is a list; allowed is at least one <plugin id>/<model>'],
    ['{"defaults":{"aspectRatio":"wide"}}', 'defaults.aspectRatio @1 is a text; allowed is a ratio such as 16:9'],
    ['{"defaults":{"seed":5}}', 'defaults.seed @1 is not known; there are model, negativePrompt, aspectRatio, width, height, guidanceScale, numInferenceSteps, providerOptions'],
    ['{"timeouts":{"totalMS":5}}', 'timeouts.totalMS @1 is not known; perhaps totalMs is meant'],
    ['{"extends":"https://elsewhere.example/config"}', 'extends @1 is not known; there are plugins, aliases, routes, defaults, rates, timeouts, limits, failOver, retries'],
  ])('refuses %s', (json, ...problems) => {
    expect(problemsOf(json)).toEqual(problems);
  });

  it('repeats no text that may be a token', () => {
    const check = (): unknown => checkConfig({ file: 'hypotez.config.ts', value: { plugins: [{ from: 'a', options: 'sk-secret' }], retries: 'sk-secret' } });
    expect(check).toThrow(ConfigurationError);
    expect(check).toThrow(/^hypotez\.config\.ts: plugins\[0\]\.options is a text; allowed is an object\. retries is a text; allowed is a whole number from 0 to 2147483647\.$/u);
  });
});

import { mergeConfig } from 'vitest/config';
import shared from '../vitest.config.ts';

/** The tests that need Python run by `npm run test:gradio`, those that need Chromium by `npm run test:browser`. */
export default mergeConfig(shared, { test: { exclude: ['gradio/*/gradio-*.test.ts', 'browser/browser.test.ts', 'browser/inputs.test.ts'] } });

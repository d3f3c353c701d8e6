import { mergeConfig } from 'vitest/config';
import shared from '../vitest.config.ts';

/** The tests that need Python run by `npm run test:gradio`, never unasked. */
export default mergeConfig(shared, { test: { exclude: ['gradio/real-gradio.test.ts', 'gradio/comparison/*.test.ts'] } });

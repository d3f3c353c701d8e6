#!/usr/bin/env node
import { processIo } from './process/process-io.ts';
import { run } from './index.ts';

// Not `process.exit`: a job that was stopped is still being cancelled at the provider while the process runs dry.
process.exitCode = await run(process.argv.slice(2), processIo());

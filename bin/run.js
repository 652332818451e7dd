#!/usr/bin/env node
// `node bin/run.js scripts/test.ts …`: a script of this package, under Node 26 whatever `node` is.
import process from 'node:process';
import { runUnderNode26 } from './runtime.js';

const [script, ...args] = process.argv.slice(2);
await runUnderNode26(script, args);

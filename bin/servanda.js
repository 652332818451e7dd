#!/usr/bin/env node
import process from 'node:process';
import { runUnderNode26 } from './runtime.js';

await runUnderNode26('src/cli/main.ts', process.argv.slice(2));

#!/usr/bin/env node
import process from 'node:process';
import { runUnderNode26 } from './runtime.js';

/**
 * V8 compiles each pattern to machine code at once. It else makes byte code of it first and machine code when it is used
 * again, and in reading nearly every pattern is used again (a third less time for a text of a few pages). Set while the
 * program runs, the flag can crash Node 26.10 when more modules are loaded, so it is given at the start.
 */
const READING = ['--no-regexp-tier-up'];

const args = process.argv.slice(2);
await runUnderNode26('src/cli/main.ts', args, args[0] === 'extract' ? READING : []);

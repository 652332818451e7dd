// Plain JavaScript for whatever Node the machine has (20 or later): finds Node 26 and hands over to it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import v8 from 'node:v8';

const NEEDED = 26;

/** Of the embedded database only what is called is compiled: a start takes a quarter of a second less. */
const LAZY = '--wasm-lazy-compilation';

/** The folder that holds package.json. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Code as compiled last time: a later start takes half the time. */
const CODE_CACHE = join(ROOT, 'node_modules/.cache/servanda-code');

/**
 * Runs a TypeScript file of this package with the arguments given: in this process where it is Node 26 already and has the
 * flags of V8 asked for, else in a child with the Node that `npm ci` brought. Signals go through, the exit code comes back.
 */
export async function runUnderNode26(script, args, flags = []) {
  const path = join(ROOT, script);
  const fits = Number.parseInt(process.versions.node, 10) >= NEEDED;
  if (fits && flags.every((flag) => process.execArgv.includes(flag))) {
    module.enableCompileCache?.(CODE_CACHE);
    v8.setFlagsFromString(LAZY);
    process.argv = [process.argv[0], path, ...args];
    await import(pathToFileURL(path).href);
    return;
  }
  const node = fits ? process.execPath : bundledNode();
  if (node === null) refuse();
  const env = { NODE_COMPILE_CACHE: CODE_CACHE, ...process.env };
  const child = spawn(node, [LAZY, ...flags, path, ...args], { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', () => refuse());
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 143);
  });
}

function bundledNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const path = join(ROOT, 'node_modules/node/bin', name);
  return existsSync(path) ? path : null;
}

function refuse() {
  const installed = existsSync(join(ROOT, 'node_modules/commander'));
  process.stderr.write(
    installed
      ? `servanda: needs Node ${NEEDED}; this is Node ${process.versions.node}, and the npm package "node" brought none that runs on ${process.platform}-${process.arch}. Run "npm ci" again with the registry in reach, or install Node ${NEEDED} yourself (https://nodejs.org).\n`
      : 'servanda: its packages are not installed yet. Run "npm ci" in the folder of Servanda first.\n',
  );
  process.exit(2);
}

import { parentPort, workerData } from 'node:worker_threads';
import { Problem } from '../../kernel/index.ts';
import { xlsxSheets } from '../../reports/index.ts';

const { name, bytes } = workerData as { readonly name: string; readonly bytes: Uint8Array };
try {
  parentPort?.postMessage({ sheets: await xlsxSheets(name, bytes) });
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  parentPort?.postMessage({ problem: { code: error.code, details: error.details } });
}

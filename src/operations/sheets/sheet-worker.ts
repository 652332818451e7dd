import { parentPort, workerData } from 'node:worker_threads';
import { Problem } from '../../kernel/index.ts';
import { csvSheet, docxForms, readListJson, xlsxSheets } from '../../reports/index.ts';
import type { BroughtFile } from './read-sheets.ts';

const { name, bytes } = workerData as { readonly name: string; readonly bytes: Uint8Array };

async function readFile(): Promise<BroughtFile> {
  if (/\.json$/i.test(name)) return { list: await readListJson(name, new TextDecoder().decode(bytes)) };
  if (/\.docx$/i.test(name)) return { sheets: await docxForms(name, bytes) };
  return { sheets: /\.csv$/i.test(name) ? [csvSheet(name, bytes)] : await xlsxSheets(name, bytes) };
}

try {
  parentPort?.postMessage(await readFile());
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  parentPort?.postMessage({ problem: { code: error.code, details: error.details } });
}

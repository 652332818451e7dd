import { type Document, readDocument, readText } from '../documents/index.ts';
import { fail, isRefusal, warn } from './exit.ts';
import { showProgress } from './progress.ts';
import { readSource } from './source.ts';

/** Reads one file of the command line; what was lost or doubtful is said on stderr. */
export async function openDocument(path: string): Promise<Document> {
  const source = await readSource(path);
  const { value, messages } = await readDocument(source);
  for (const message of messages) if (message.severity !== 'info') await warn(source.name, message);
  return value;
}

/** Reads the text of one file only; what was lost or doubtful is said on stderr. */
export async function openText(path: string): Promise<string> {
  const source = await readSource(path);
  const { value, messages } = await readText(source);
  for (const message of messages) if (message.severity !== 'info') await warn(source.name, message);
  return value;
}

/**
 * Reads the files in the order given and hands each on; one that cannot be used is named on stderr, the others go on,
 * and the exit code is 2.
 */
export async function* openDocuments(paths: readonly string[], progress: boolean): AsyncGenerator<Document> {
  const bar = await showProgress(progress);
  try {
    for (const [index, path] of paths.entries()) {
      bar.at(index, paths.length, path);
      const document = await openDocument(path).catch(async (error: unknown) => {
        if (!isRefusal(error)) throw error;
        await fail(error);
        return null;
      });
      if (document !== null) yield document;
    }
  } finally {
    bar.stop();
  }
}

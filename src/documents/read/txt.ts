import { Problem } from '../../kernel/index.ts';
import type { SourceFile } from '../model.ts';
import { decodeText } from './decode.ts';
import type { Extract } from './extract.ts';
import { contentOf, looksBinary } from './formats.ts';

/** Reads a plain-text file in any encoding. Throws `file-not-text` for an image or program that bears a text's name. */
export function readTxt({ name, bytes }: SourceFile): Extract {
  const content = contentOf(bytes);
  if (content !== null) throw new Problem('file-not-text', { name, found: content });
  const { text, encoding, messages } = decodeText(bytes);
  if (looksBinary(text)) throw new Problem('file-not-text', { name, found: 'binary data' });
  return { text, encoding, messages };
}

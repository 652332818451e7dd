import { Problem } from '../../../kernel/index.ts';
import type { SourceFile } from '../../model.ts';
import type { Extract, Progress } from '../extract.ts';
import { PageWriter } from '../page-writer.ts';
import { mendedMessages, writePassages } from '../pdf-passages.ts';
import { pagePicture } from './page-picture.ts';
import { placeWords, type ReadPage, scanMessages } from './place-words.ts';
import { decodePicture, type Raster } from './raster.ts';
import { openPictureReader, type PictureReader } from './read-pages.ts';
import { isTiff, tiffPage, tiffPageCount } from './tiff.ts';

/** Pictures say little of their true size: pages are taken to be as wide as A4, in points. */
const PAGE_WIDTH = 595;

/**
 * Reads the words of a PNG, JPEG or TIFF picture, all pages of it. Throws `file-damaged` for what is no such picture,
 * `file-not-text` where no words are found on it.
 */
export async function readImage({ name, bytes }: SourceFile, progress: Progress): Promise<Extract> {
  const reader = openPictureReader();
  try {
    const out = new PageWriter();
    const pages: (ReadPage & { readonly paper: number })[] = [];
    const blank: number[] = [];
    const count = isTiff(bytes) ? tiffPageCount(bytes) : 1;
    for (let index = 0; index < count; index++) {
      const picture = await openPage(name, bytes, index, reader);
      const { lines, height, strays } = await reader.read(picture, PAGE_WIDTH);
      if (lines.length === 0) blank.push(index + 1);
      pages.push({
        ...{ number: index + 1, width: picture.width, height: picture.height, lines, strays, paper: height },
        picture: await pagePicture(index + 1, picture),
      });
      progress((index + 1) / count);
    }
    if (blank.length === pages.length) throw new Problem('file-not-text', { name, found: 'a picture without words' });
    const mended = writePassages(
      pages.map(({ number, lines, paper }) => ({ number, lines, height: paper })),
      out,
    );
    const scan = placeWords(out, pages);
    return {
      text: out.text,
      encoding: null,
      hints: out.hints,
      messages: [...scanMessages(out.text, scan, pages, blank), ...mendedMessages(mended)],
      scan,
    };
  } finally {
    reader.close();
  }
}

async function openPage(name: string, bytes: Uint8Array, index: number, reader: PictureReader): Promise<Raster> {
  if (!isTiff(bytes)) return decodePicture(name, bytes);
  const opened = await reader.openTiff(tiffPage(bytes, index));
  if (opened === null) throw new Problem('file-damaged', { name, format: 'TIFF', reason: 'not a picture, or broken' });
  return decodePicture(name, opened);
}

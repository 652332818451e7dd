import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const BODY = 'word/document.xml';

/** A Word file with its body changed, as another program would save it. */
export function withBody(bytes: Uint8Array, change: (body: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const before = strFromU8(parts[BODY] as Uint8Array);
  const after = change(before);
  if (after === before) throw new Error('nothing was changed');
  return zipSync({ ...parts, [BODY]: strToU8(after) });
}

/** The body with words typed or chosen in the n-th content control of a name, as Word writes them: a placeholder no more. */
export function fillControl(body: string, tag: string, nth: number, words: string): string {
  let seen = -1;
  return body.replace(/<w:sdt>[\s\S]*?<\/w:sdt>/g, (control) => {
    if (!control.includes(`<w:tag w:val="${tag}"/>`)) return control;
    seen += 1;
    if (seen !== nth) return control;
    const runs = words.split('\n').map((line) => `<w:t>${line}</w:t>`);
    return control
      .replace(/<w:showingPlcHdr\/>/, '')
      .replace(
        /<w:sdtContent>[\s\S]*<\/w:sdtContent>/,
        `<w:sdtContent><w:r>${runs.join('<w:br/>')}</w:r></w:sdtContent>`,
      );
  });
}

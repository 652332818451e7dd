/** No letter of a document is written with more code units than this where one would do. */
const MARKS = 3;

/** The first letters of a text in NFC, without composing all of it. */
export function composedStart(text: string, length: number): string {
  return text
    .slice(0, length * MARKS)
    .normalize('NFC')
    .slice(0, length);
}

/** The last letters of a text in NFC, without composing all of it. */
export function composedEnd(text: string, length: number): string {
  return text
    .slice(-length * MARKS)
    .normalize('NFC')
    .slice(-length);
}

export { arrange } from './arrange/arrange.ts';
export { numberText } from './arrange/numbers.ts';
export { checkPaper } from './check/check-paper.ts';
export { readWord } from './check/read-word.ts';
export { composePaper } from './compose/compose-paper.ts';
export { LAYOUTS, layoutById, layoutsFor } from './layouts/layouts.ts';
export { hasChinese } from './write/faces.ts';
export { writePaperDocx } from './write/write-docx.ts';
export { writePaperPdf } from './write/write-pdf.ts';

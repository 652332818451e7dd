import type { Document } from '../model.ts';
import { datesOf } from './dates.ts';
import type { FileDescription, WorkDescription } from './model.ts';
import { numberOf } from './number.ts';
import { partiesOf } from './parties.ts';
import { placeOf } from './place.ts';
import { renderingOf } from './rendering.ts';
import { signatoriesOf } from './signatories.ts';
import { textLines } from './text-lines.ts';
import { titleOf } from './title.ts';
import { typeOf } from './type.ts';

const HEADER_LINES = 24;
const CLOSING_LINES = 40;

/** Proposes what a document is from its head and its end, each part with the words it was read from; a person may correct all. */
export function describeFile(document: Document): FileDescription {
  const { lines } = document;
  const head = textLines(document, 0, HEADER_LINES);
  const closing = textLines(document, Math.max(0, lines.length - CLOSING_LINES));
  const type = typeOf(document, head);
  const { line, ...title } = titleOf(document, head, type.value);
  const { date, published } = datesOf(document, head, closing, type.value, line);
  const number = numberOf(document, head);
  const parties = partiesOf(document);
  return {
    ...{ type, number, title, date, published, parties },
    place: placeOf(document, head, closing, date),
    signatories: signatoriesOf(document, closing),
    rendering: renderingOf(document, type.value, parties?.value ?? [], number),
  };
}

/** The values of a description that every work has. */
export function valuesOf({ title, type, date, parties }: FileDescription): WorkDescription {
  return { title: title.value, type: type.value, date: date?.value ?? null, parties: parties?.value ?? [] };
}

/** Proposes the title, type, date and parties of a work from the opening of a document. */
export function describeWork(document: Document): WorkDescription {
  return valuesOf(describeFile(document));
}

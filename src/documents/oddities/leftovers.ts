import ODDITIES from '../data/oddities.json' with { type: 'json' };
import { untranslated } from '../identity/rendering.ts';
import { type Oddity, type OddityReader, placeAt } from './model.ts';

const DEBRIS = ODDITIES.debris.patterns.map((source) => new RegExp(source, 'gu'));
/** Characters shown around debris. */
const AROUND = 16;

/** Passages left in another language than the text: one entry for all, with every place. */
export const leftInOtherLanguage: OddityReader = (document) => {
  const left = untranslated(document) ?? [];
  return [...Map.groupBy(left, ({ language }) => language)].map(([language, passages]): Oddity => {
    const places = passages.map(({ span }) => placeAt(document, span));
    return { rule: 'left-in-other-language', details: { language, count: places.length }, places };
  });
};

/** Traces of programs and scanners in the words: field codes, mark-up, characters that could not be read. */
export const debris: OddityReader = (document) => {
  const places = document.lines.flatMap(({ span }) => {
    const line = document.text.slice(span.start, span.end);
    return DEBRIS.flatMap((pattern) =>
      [...line.matchAll(pattern)].map(({ index, 0: { length } }) => {
        const start = span.start + Math.max(0, index - AROUND);
        const end = span.start + Math.min(line.length, index + length + AROUND);
        return placeAt(document, { start, end });
      }),
    );
  });
  return places.length === 0 ? [] : [{ rule: 'debris', details: { count: places.length }, places }];
};

import { findDates } from '../identity/work-date.ts';
import { type OddityReader, placeAt } from './model.ts';

/** Days that no calendar has: 30 February, 31 April. A month above twelve before a day is the American order, not an error. */
export const noSuchDate: OddityReader = (document) => {
  return document.lines.flatMap(({ span }) => {
    const line = document.text.slice(span.start, span.end);
    return findDates(line)
      .filter(({ date, span: { start, end } }) => date === null && !isAmerican(line.slice(start, end)))
      .map(({ span: { start, end } }) => {
        const place = placeAt(document, { start: span.start + start, end: span.start + end });
        return { rule: 'no-such-date' as const, details: { date: place.quote }, places: [place] };
      });
  });
};

function isAmerican(words: string): boolean {
  const [, month, day] = /(\d{1,2})[/.](\d{1,2})[/.]\d{4}$/.exec(words) ?? [];
  return Number(day) > 12 && Number(month) <= 12;
}

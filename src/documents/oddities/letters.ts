import { type Oddity, type OddityReader, placeAt } from './model.ts';

/** From this share on a way of writing letters is the text's own. */
const OWN = 0.9;

/** A few words whose letters are composed otherwise than all others: they look the same, and a search misses them. */
export const lettersComposed: OddityReader = (document) => {
  const { text } = document;
  const composed = text.match(/[\u00c0-\u024f\u1e00-\u1eff]/g)?.length ?? 0;
  const decomposed = [
    ...text.matchAll(/[\p{L}\p{M}]*[A-Za-z\u00c0-\u024f\u1e00-\u1eff][\u0300-\u036f][\p{L}\p{M}]*/gu),
  ];
  const total = composed + decomposed.length;
  if (decomposed.length === 0 || total === 0 || composed / total < OWN) return [];
  const places = decomposed.map(({ index, 0: word }) => placeAt(document, { start: index, end: index + word.length }));
  return [{ rule: 'letters-composed-two-ways', details: { count: places.length }, places }];
};

/** Arabic letters (ي, ك) in a text that writes the Persian ones (ی, ک). */
export const lettersOfTwoScripts: OddityReader = (document): Oddity[] => {
  if (document.language !== 'fa') return [];
  const { text } = document;
  const persian = text.match(/[یک]/gu)?.length ?? 0;
  const arabic = [...text.matchAll(/[\p{Script=Arabic}\u200c]*[يك][\p{Script=Arabic}\u200c]*/gu)];
  if (arabic.length === 0 || persian / (persian + arabic.length) < OWN) return [];
  const places = arabic.map(({ index, 0: word }) => placeAt(document, { start: index, end: index + word.length }));
  return [{ rule: 'letters-of-two-scripts', details: { count: places.length }, places }];
};

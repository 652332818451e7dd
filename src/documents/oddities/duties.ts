import ODDITIES from '../data/oddities.json' with { type: 'json' };
import { flatten } from '../flatten.ts';
import { describeFile } from '../identity/describe-work.ts';
import type { Document, Sentence } from '../model.ts';
import { type Oddity, type OddityReader, type OddityRule, placeAt } from './model.ts';

/** Papers that give duties to offices. */
const ISSUED: ReadonlySet<string> = new Set(['directive', 'plan', 'minutes']);

/** A duty to report again and again that no one is given, or that says neither how often nor by when. */
export const openDuties: OddityReader = (document) => {
  if (!ISSUED.has(describeFile(document).type.value)) return [];
  return document.sentences.flatMap((sentence) => dutiesIn(document, sentence));
};

function dutiesIn(document: Document, sentence: Sentence): Oddity[] {
  const { language, span } = sentence;
  if (language === 'und') return [];
  const words = flatten(document, span).text;
  const small = words.toLowerCase();
  const duty = ODDITIES.report[language].find((one) => small.includes(one));
  if (duty === undefined) return [];
  const alone = document.provisions[sentence.provision];
  const subjectless = small.startsWith(duty) && alone?.role === 'paragraph' && alone.span.start === span.start;
  const clause = small.slice(small.indexOf(duty)).split(/[;；؛]/u)[0] ?? '';
  const place = placeAt(document, span);
  const odd = (rule: OddityRule): Oddity => ({ rule, details: { words: duty }, places: [place] });
  return [
    ...(subjectless ? [odd('duty-without-subject')] : []),
    ...(new RegExp(ODDITIES.period[language], 'iu').test(clause) ? [] : [odd('duty-without-period')]),
  ];
}

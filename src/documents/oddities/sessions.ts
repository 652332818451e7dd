import { foldForSearch } from '../../kernel/index.ts';
import ODDITIES from '../data/oddities.json' with { type: 'json' };
import { flatten } from '../flatten.ts';
import type { Document, Sentence } from '../model.ts';
import { type Oddity, type OddityReader, placeAt } from './model.ts';

type Read = 'vi' | 'en' | 'zh' | 'fa';

interface Told {
  readonly sentence: Sentence;
  readonly start: number;
  readonly end: number;
  readonly ordinal: string;
  readonly words: string;
  readonly series: readonly string[];
  readonly status: 'held' | 'planned' | null;
}

/** Words (Chinese: characters) of a name that tell two series apart. */
const NAME_WORDS: Readonly<Record<Read, number>> = { vi: 4, en: 3, zh: 4, fa: 3 };

/** The same ordinal given to a session that was held and to one that is to come. */
export const sameOrdinal: OddityReader = (document) => {
  const told = document.sentences.flatMap((sentence) => sessionsIn(document, sentence));
  const found: Oddity[] = [];
  for (const held of told.filter(({ status }) => status === 'held')) {
    const next = told.find((one) => one.status === 'planned' && one.start > held.end && isSame(one, held));
    if (next === undefined || found.some(({ places }) => places[1]?.span.start === next.start)) continue;
    found.push({
      rule: 'same-ordinal',
      details: { ordinal: held.words },
      places: [placeAt(document, held), placeAt(document, next)],
    });
  }
  return found;
};

function isSame(one: Told, other: Told): boolean {
  return one.ordinal === other.ordinal && one.series.join(' ') === other.series.join(' ');
}

function sessionsIn(document: Document, sentence: Sentence): Told[] {
  const { language } = sentence;
  if (language === 'und') return [];
  const flat = flatten(document, sentence.span);
  const pattern = new RegExp(ODDITIES.session[language], 'giu');
  return [...flat.text.matchAll(pattern)].map((match) => {
    const [ordinal = '', name = ''] = language === 'zh' ? [match[2], match[1]] : [match[1], match[2]];
    const raw = flat.raw({ start: match.index, end: match.index + match[0].length });
    const series =
      language === 'zh'
        ? [...name].slice(-NAME_WORDS.zh)
        : foldForSearch(name).text.split(' ').slice(0, NAME_WORDS[language]);
    const status = statusOf(language, flat.text);
    return { sentence, ...raw, ordinal: foldForSearch(ordinal).text, words: ordinal, series, status };
  });
}

/** Held or to come by the words of the sentence; a sentence that tells of what a session brought says neither. */
function statusOf(language: Read, sentence: string): Told['status'] {
  const small = sentence.toLowerCase();
  if (ODDITIES.planned[language].some((words) => small.includes(words))) return 'planned';
  return ODDITIES.held[language].some((words) => small.includes(words)) ? 'held' : null;
}

import { readdirSync, readFileSync } from 'node:fs';
import { seededNumbers } from '../scripts/seeded-numbers.ts';

/** The four languages that are read, as they stand in the names of the fixtures. */
export const LANGUAGES = ['en', 'vi', 'zh', 'fa'] as const;
export type BenchLanguage = (typeof LANGUAGES)[number];

const FIXTURES = new URL('../test/fixtures/commitments/', import.meta.url);
/** A sentence takes two to four clauses, about as many as in the fixtures. */
const MOST_MORE = 3;
const CLAUSE_ENDS = /(?<=[,;，；،؛])\s*/u;
const SENTENCE_ENDS: Readonly<Record<BenchLanguage, RegExp>> = {
  en: /(?<=[a-z)]\.)\s+(?=[A-Z])/u,
  vi: /(?<=\p{Ll}\.)\s+(?=\p{Lu})/u,
  zh: /(?<=。)\s*/u,
  fa: /(?<=\.)\s+/u,
};
/** Numbers and marks of items; the woven text has its own. */
const LABEL =
  /^\s*(?:[-–•*]|\(?(?:[\divx]+|[a-z]|[一二三四五六七八九十]+)[.)、．）]|（[一二三四五六七八九十\d]+）|[一二三四五六七八九十]+、)\s*/u;
const STOPS = /[\s.。,;，；،؛:：]+$/u;

const MARKS: Readonly<Record<BenchLanguage, { readonly stop: string; readonly comma: string; readonly gap: string }>> =
  {
    en: { stop: '.', comma: ',', gap: ' ' },
    vi: { stop: '.', comma: ',', gap: ' ' },
    zh: { stop: '。', comma: '，', gap: '' },
    fa: { stop: '.', comma: '،', gap: ' ' },
  };

interface Clauses {
  readonly title: string;
  readonly openings: readonly string[];
  readonly others: readonly string[];
}

/** The clauses of all fixtures of a language: those that open a sentence, and those that go on. */
function clausesOf(language: BenchLanguage): Clauses {
  const openings: string[] = [];
  const others: string[] = [];
  let title = '';
  for (const folder of readdirSync(FIXTURES).filter((name) => name.split('-').includes(language))) {
    const paragraphs = readFileSync(new URL(`${folder}/text.txt`, FIXTURES), 'utf8').split(/\n+/);
    title ||= paragraphs[0] ?? '';
    for (const sentence of paragraphs.slice(1).flatMap((paragraph) => paragraph.split(SENTENCE_ENDS[language]))) {
      const [first = '', ...rest] = sentence.replace(LABEL, '').replace(STOPS, '').split(CLAUSE_ENDS);
      if (first.length > 8) openings.push(first.replace(STOPS, ''));
      others.push(
        ...rest
          .filter(({ length }) => length > 4)
          .map((clause) => (/[,;，；،؛]$/u.test(clause) ? clause : `${clause}${MARKS[language].comma}`)),
      );
    }
  }
  return { title, openings, others };
}

/** Other figures each time; a year stays one, and a number of its length. */
function otherFigures(words: string, next: () => number): string {
  return words.replace(/[1-9]\d*/g, (figures) => {
    if (/^(?:19|20)\d\d$/.test(figures)) return String(2026 + Math.floor(next() * 14));
    return figures.length === 1 ? figures : `${figures.slice(0, -1)}${Math.floor(next() * 9) + 1}`;
  });
}

/**
 * A text of the length asked for (in megabytes of UTF-8) in which hardly a sentence comes twice: sentences woven of the
 * clauses of the fixtures, with other figures, in numbered paragraphs of one to four. The same text for the same seed.
 */
export function wovenText(language: BenchLanguage, megabytes: number, seed = 1): string {
  const { title, openings, others } = clausesOf(language);
  const next = seededNumbers(seed);
  const pick = (list: readonly string[]) => list[Math.floor(next() * list.length)] ?? '';
  const { stop, gap, comma } = MARKS[language];
  const parts = [`${title}\n\n`];
  let bytes = 0;
  for (let paragraph = 1; bytes < megabytes * 1e6; paragraph++) {
    let words = paragraph % 3 === 0 ? '- ' : paragraph % 3 === 1 ? `${paragraph}. ` : '';
    for (let sentences = 1 + Math.floor(next() * 4); sentences > 0; sentences--) {
      let sentence = `${pick(openings)}${comma}`;
      for (let more = 1 + Math.floor(next() * MOST_MORE); more > 0; more--) sentence += `${gap}${pick(others)}`;
      words += `${otherFigures(sentence, next).replace(STOPS, '')}${stop}${gap}`;
    }
    const line = `${words.trim()}\n\n`;
    bytes += Buffer.byteLength(line);
    parts.push(line);
  }
  return parts.join('');
}

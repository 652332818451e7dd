import { translate } from '../../i18n/index.ts';
import { LOCALES } from '../../kernel/index.ts';
import { foldHeader } from './columns.ts';
import file from './data/header-words.json' with { type: 'json' };
import type { ReadRow, ReadSheet } from './model.ts';
import { sayDay } from './read-table.ts';

/** What a column of a list that is not ours can be. */
export const FOREIGN_FIELDS = [
  ...(['words', 'lead', 'coordinators', 'due', 'status', 'result', 'obstacle', 'evidence-number'] as const),
] as const;
export type ForeignField = (typeof FOREIGN_FIELDS)[number];

const WORDS: Readonly<Record<ForeignField, readonly string[]>> = file;

/** A column of a foreign list with what it seems to be. */
export interface ForeignColumn {
  readonly title: string;
  /** Some of its cells, to know it by. */
  readonly samples: readonly string[];
  readonly field: ForeignField | null;
  /** 0..1 */
  readonly confidence: number;
}

/** A foreign list: its header's row, and its columns. */
export interface ForeignTable {
  /** Row number in the sheet. */
  readonly head: number;
  readonly columns: readonly ForeignColumn[];
}

const HEAD_WITHIN = 20;
const SAMPLES = 40;

/**
 * Finds the header of a list that is not ours (the row of the first twenty with most words known of headers, else the first with two
 * cells or more) and proposes what each column is: by its header, and for days by what stands under it.
 */
export function readForeign({ rows }: ReadSheet): ForeignTable | null {
  const heads = rows
    .slice(0, HEAD_WITHIN)
    .filter(({ cells }) => cells.filter(({ kind }) => kind !== 'empty').length > 1);
  const scored = heads.map((row) => ({ row, score: knownWords(row) }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  const head = scored.find(({ score }) => score === best)?.row;
  if (head === undefined) return null;
  const below = rows.filter(({ number }) => number > head.number).slice(0, SAMPLES);
  const columns = head.cells.map((cell, at) =>
    proposed(
      String(cell.value ?? '').trim(),
      below.map(({ cells }) => cells[at]),
    ),
  );
  return { head: head.number, columns: onceEach(columns) };
}

function knownWords({ cells }: ReadRow): number {
  return cells.reduce(
    (sum, { value, kind }) => sum + (kind === 'text' ? (fieldOf(String(value)).confidence > 0.5 ? 1 : 0) : 0),
    0,
  );
}

function proposed(title: string, cells: readonly (ReadRow['cells'][number] | undefined)[]): ForeignColumn {
  const filled = cells.filter((cell) => cell !== undefined && cell.kind !== 'empty') as ReadRow['cells'];
  const days = filled.filter(({ value, kind }) => value !== null && 'value' in sayDay(value, kind)).length;
  const named = fieldOf(title);
  const allDays = filled.length > 1 && days === filled.length;
  const samples = filled.slice(0, 3).map(({ value }) => String(value).slice(0, 120));
  if (named.field === null && allDays) return { title, samples, field: 'due', confidence: 0.5 };
  if (named.field === 'due' && allDays)
    return { title, samples, ...named, confidence: Math.min(1, named.confidence + 0.1) };
  return { title, samples, ...named };
}

/** What a header says: its very words are sure, words within it less so. */
function fieldOf(title: string): Pick<ForeignColumn, 'field' | 'confidence'> {
  const folded = foldHeader(title.replace(/[():*]/g, ' '));
  if (folded === '') return { field: null, confidence: 0 };
  let found: { field: ForeignField; confidence: number } | null = null;
  for (const field of FOREIGN_FIELDS) {
    for (const word of WORDS[field]) {
      const confidence = folded === word ? 0.95 : folded.includes(word) ? 0.6 + 0.3 * (word.length / folded.length) : 0;
      if (confidence > (found?.confidence ?? 0)) found = { field, confidence };
    }
  }
  return found ?? { field: null, confidence: 0 };
}

/** Each field once: where two columns seem to be the same, the surer keeps it. */
function onceEach(columns: readonly ForeignColumn[]): ForeignColumn[] {
  return columns.map((column, at) => {
    const surer = columns.some(
      (other, index) =>
        other.field === column.field &&
        (other.confidence > column.confidence || (other.confidence === column.confidence && index < at)),
    );
    return column.field !== null && surer ? { ...column, field: null, confidence: 0 } : column;
  });
}

/** What the header of a list is known again by: its words in order. */
export function headerWords({ columns }: ForeignTable): string {
  return columns.map(({ title }) => foldHeader(title)).join('\u001f');
}

/** Words compared without accents of form: letters and digits only, lower case. */
export function foldWords(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}

/** How alike two wordings are, 0..1: one within the other, else the share of words (letters in Chinese) in both. */
export function likeness(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  if (a === b) return 1;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= 12 && long.includes(short)) return 0.8 + 0.15 * (short.length / long.length);
  const [one, other] = [pieces(a), pieces(b)];
  const shared = [...one].filter((piece) => other.has(piece)).length;
  return (2 * shared) / (one.size + other.size);
}

function pieces(text: string): Set<string> {
  const found = new Set<string>();
  for (const word of text.split(' ')) {
    if (/\p{Script=Han}/u.test(word)) for (let at = 0; at < word.length - 1; at += 1) found.add(word.slice(at, at + 2));
    else found.add(word);
  }
  return found;
}

/** The step of completion and whether it is done, of a status in words; null where the words say neither. */
export function stepOfStatus(text: string): { readonly step: string; readonly done: boolean } | null {
  const folded = foldHeader(text);
  if (folded === '') return null;
  for (const step of ['5', '4', '3', '2', '1', '0']) {
    if (LOCALES.some((locale) => foldHeader(translate(locale, `step.${step}` as 'step.0')) === folded)) {
      return { step, done: step === '5' };
    }
  }
  if (/^(đã hoàn thành|hoàn thành|xong|done|completed|finished|已完成|完成)/.test(folded))
    return { step: '5', done: true };
  if (/^(chưa|not (begun|started)|未)/.test(folded)) return { step: '0', done: false };
  if (/^(đang|in progress|under way|ongoing|正在|进行中|推进)/.test(folded)) return { step: '2', done: false };
  return null;
}

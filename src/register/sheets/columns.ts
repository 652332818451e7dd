import { type MessageId, translate } from '../../i18n/index.ts';
import { LOCALES, type Locale } from '../../kernel/index.ts';
import { KINDS, SECTORS, STRENGTHS } from '../../vocabulary/index.ts';
import { DECISIONS, REJECT_REASONS } from '../actions.ts';
import { PERIOD_NAMES } from '../periods/index.ts';
import { COMPLETION_STEPS, LIFECYCLES, OBSTACLE_KINDS } from '../tasks/index.ts';
import type { SheetColumn, SheetForm } from './model.ts';

interface Defined {
  readonly id: string;
  readonly kind: SheetColumn['kind'];
  readonly width: number;
  readonly editable?: true;
  /** The values of a choice and the family of messages that says them. */
  readonly values?: readonly [readonly (string | number)[], string];
}

/** The column that names the row; it is hidden. */
export const KEY_COLUMN = 'key';

const KEY: Defined = { id: KEY_COLUMN, kind: 'text', width: 12 };
const NUMBER: Defined = { id: 'number', kind: 'number', width: 6 };
const WORDS: Defined = { id: 'words', kind: 'text', width: 60 };
const SOURCE: Defined = { id: 'source', kind: 'text', width: 30 };
const YES_NO = [['yes', 'no'], 'sheet-choice'] as const;

const RESULT: readonly Defined[] = [
  { id: 'step', kind: 'choice', width: 16, editable: true, values: [COMPLETION_STEPS, 'step'] },
  { id: 'done', kind: 'choice', width: 9, editable: true, values: YES_NO },
  { id: 'result', kind: 'text', width: 50, editable: true },
  { id: 'evidence', kind: 'text', width: 30, editable: true },
  { id: 'evidence-number', kind: 'text', width: 18, editable: true },
  { id: 'evidence-day', kind: 'day', width: 16, editable: true },
  { id: 'obstacle-kind', kind: 'choice', width: 14, editable: true, values: [OBSTACLE_KINDS, 'obstacle'] },
  { id: 'obstacle', kind: 'text', width: 40, editable: true },
];

const FORMS: Readonly<Record<SheetForm, readonly Defined[]>> = {
  commitments: [
    ...[KEY, NUMBER, WORDS, SOURCE],
    { id: 'kind', kind: 'choice', width: 14, editable: true, values: [KINDS, 'kind'] },
    { id: 'strength', kind: 'choice', width: 14, editable: true, values: [STRENGTHS, 'strength'] },
    { id: 'sector', kind: 'choice', width: 20, editable: true, values: [SECTORS, 'sector'] },
    { id: 'actors', kind: 'text', width: 24 },
    { id: 'due-words', kind: 'text', width: 24 },
    { id: 'due', kind: 'day', width: 16 },
    { id: 'review', kind: 'day', width: 16, editable: true },
    { id: 'decision', kind: 'choice', width: 14, editable: true, values: [DECISIONS, 'decision'] },
    { id: 'reason', kind: 'choice', width: 18, editable: true, values: [REJECT_REASONS, 'reject-reason'] },
  ],
  tasks: [
    ...[KEY, NUMBER, { id: 'title', kind: 'text', width: 44 } as const, WORDS, SOURCE],
    { id: 'lead', kind: 'text', width: 26 },
    { id: 'coordinators', kind: 'text', width: 26 },
    { id: 'due', kind: 'day', width: 16, editable: true },
    { id: 'product', kind: 'text', width: 26 },
    { id: 'lifecycle', kind: 'choice', width: 16, editable: true, values: [LIFECYCLES, 'lifecycle'] },
    { id: 'timeliness', kind: 'text', width: 18 },
    { id: 'every', kind: 'choice', width: 16, editable: true, values: [PERIOD_NAMES, 'period'] },
    ...RESULT,
  ],
  reports: [
    ...[KEY, NUMBER, { id: 'title', kind: 'text', width: 44 } as const, WORDS, SOURCE],
    { id: 'due', kind: 'day', width: 16 },
    { id: 'period', kind: 'text', width: 24 },
    { id: 'submit', kind: 'day', width: 16 },
    ...RESULT,
  ],
};

/** The columns of a list in a language, the key first. */
export function sheetColumns(form: SheetForm, locale: Locale): SheetColumn[] {
  return FORMS[form].map(({ id, kind, width, editable = false, values }) => ({
    ...{ id, kind, width, editable, title: columnTitle(id, locale) },
    choices: (values?.[0] ?? []).map((value) => ({
      value: String(value),
      label: translate(locale, `${values?.[1]}.${value}` as MessageId),
    })),
  }));
}

function columnTitle(id: string, locale: Locale): string {
  return translate(locale, `sheet-column.${id}` as MessageId);
}

/** What a header can say for each column of a list: its title in every language of the product, and its id. */
export function headersOf(form: SheetForm): Map<string, string> {
  const headers = new Map<string, string>();
  for (const { id } of FORMS[form]) {
    headers.set(foldHeader(id), id);
    for (const locale of LOCALES) headers.set(foldHeader(columnTitle(id, locale)), id);
  }
  return headers;
}

/** What a choice can say: its words in every language, and its value. */
export function choiceValue(form: SheetForm, column: string, words: string): string | null {
  const wanted = foldHeader(words);
  const values = FORMS[form].find(({ id }) => id === column)?.values;
  for (const value of values?.[0] ?? []) {
    const said = LOCALES.map((locale) => translate(locale, `${values?.[1]}.${value}` as MessageId));
    if ([String(value), ...said].some((one) => foldHeader(one) === wanted)) return String(value);
  }
  return null;
}

/** Headers and choices are compared without case, blanks at the ends or in a row, and in one Unicode form. */
export function foldHeader(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The address of a cell: column 0-based, row 1-based. */
export function cellAddress(column: number, row: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return `${letters}${row}`;
}

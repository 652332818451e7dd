import { fold } from '../../vocabulary/index.ts';
import data from './columns.json' with { type: 'json' };

/** What the columns of a table of tasks hold. `units`: who leads and who helps in one cell. */
export type Column = 'number' | 'task' | 'lead' | 'helpers' | 'units' | 'due' | 'product' | 'note';

/** In this order a head is asked what it is: `Thời gian thực hiện` is a time, `Đơn vị thực hiện` who leads. */
const ORDER = ['number', 'due', 'product', 'note', 'helpers', 'lead', 'task'] as const;
const LONGEST_HEAD = 80;
const DITTO: ReadonlySet<string> = new Set(data.ditto);
const NONE: ReadonlySet<string> = new Set(data.none);

function plain(words: string): string {
  return words
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s;:*()（）]+/gu, ' ')
    .trim();
}

interface Words {
  readonly is: readonly string[];
  readonly has: readonly string[];
}
type Heads = Readonly<Record<keyof typeof data.columns, Words>>;

const HEADS: Heads = data.columns;
/** The same without diacritics, which a recogniser of scans loses. */
const BARE_HEADS = Object.fromEntries(
  Object.entries(HEADS).map(([column, { is, has }]) => {
    const bare = (words: readonly string[]) => words.map((word) => fold(word, 'bare'));
    return [column, { is: bare(is), has: bare(has) }];
  }),
) as unknown as Heads;

function isOf({ is, has }: Words, head: string): boolean {
  return is.includes(head) || has.some((word) => head.includes(word));
}

/** What a column holds by the words at its head (any of the four languages); null where they say nothing known. */
export function columnOf(words: string): Column | null {
  const head = plain(words);
  if (head === '' || head.length > LONGEST_HEAD) return null;
  return columnIn(HEADS, head) ?? columnIn(BARE_HEADS, fold(head, 'bare'));
}

function columnIn(heads: Heads, head: string): Column | null {
  const found = ORDER.find((column) => isOf(heads[column], head)) ?? null;
  return found === 'helpers' && isOf(heads.lead, head) ? 'units' : found;
}

/** A cell that says "as above". */
export function isDitto(words: string): boolean {
  return DITTO.has(plain(words)) || DITTO.has(words.trim());
}

/** A cell that says there is nothing. */
export function isNothing(words: string): boolean {
  return words.trim() === '' || NONE.has(plain(words));
}

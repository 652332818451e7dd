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

function isOf(column: keyof typeof data.columns, head: string): boolean {
  const { is, has } = data.columns[column];
  return is.includes(head) || has.some((word) => head.includes(word));
}

/** What a column holds by the words at its head (any of the four languages); null where they say nothing known. */
export function columnOf(words: string): Column | null {
  const head = plain(words);
  if (head === '' || head.length > LONGEST_HEAD) return null;
  const found = ORDER.find((column) => isOf(column, head)) ?? null;
  return found === 'helpers' && isOf('lead', head) ? 'units' : found;
}

/** A cell that says "as above". */
export function isDitto(words: string): boolean {
  return DITTO.has(plain(words)) || DITTO.has(words.trim());
}

/** A cell that says there is nothing. */
export function isNothing(words: string): boolean {
  return words.trim() === '' || NONE.has(plain(words));
}

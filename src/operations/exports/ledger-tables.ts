import { actorName, formatDate, hasMessage, type MessageId, translate } from '../../i18n/index.ts';
import type { Locale } from '../../kernel/index.ts';
import type { SheetTable } from '../../register/index.ts';
import type { PairView } from '../pairs/index.ts';
import type { QuotaView } from '../quotas/index.ts';
import { oneLine } from '../sheets/rows.ts';
import type { TwoSides } from '../sides/index.ts';
import { tableOf } from './tables.ts';

type Quotes = ReadonlyMap<string, string>;

/** A word of a list as its page says it; what is no word of ours stays as people wrote it. */
function said(locale: Locale, id: string, else_: string): string {
  return hasMessage(id) ? translate(locale, id as MessageId, {}) : else_;
}

/** Ledgers of places: promised, granted, used. */
export function quotaTable(rows: readonly QuotaView[], quotes: Quotes, locale: Locale, day: string): SheetTable {
  return tableOf(
    'sheet.quotas',
    rows,
    [
      ['quota-kind', 'text', 24, ({ kind }) => said(locale, `quota-kind.${kind}`, kind)],
      ['from-party', 'text', 24, ({ from }) => actorName(locale, from)],
      ['to-party', 'text', 24, ({ to }) => actorName(locale, to)],
      ['year', 'number', 8, ({ year }) => year],
      ['promised', 'number', 10, ({ promised }) => promised],
      ['granted', 'number', 10, ({ granted }) => granted],
      ['used', 'number', 10, ({ used }) => used],
      ['words', 'text', 60, ({ commitment }) => quotes.get(commitment ?? '') ?? null],
    ],
    locale,
    day,
  );
}

/** Paired milestones: what each side planned and reached. */
export function pairTable(rows: readonly PairView[], quotes: Quotes, locale: Locale, day: string): SheetTable {
  const sides = ({ parties, sides }: PairView) =>
    parties.map((party) => {
      const { reached = null, planned = null } = sides[party] ?? {};
      const on = reached ?? planned;
      const id = reached === null ? 'pair.planned-on' : 'pair.reached-on';
      const words =
        on === null ? translate(locale, 'pair.not-yet') : translate(locale, id, { day: formatDate(locale, on) });
      return `${actorName(locale, party)}: ${words}`;
    });
  return tableOf(
    'sheet.pairs',
    rows,
    [
      ['name', 'text', 40, ({ title }) => title],
      ['due', 'day', 12, ({ due }) => due],
      ['standing', 'text', 16, ({ standing }) => translate(locale, `pair-standing.${standing}`)],
      ['sides', 'text', 50, (row) => sides(row).join('\n')],
      ['words', 'text', 60, ({ commitment }) => quotes.get(commitment ?? '') ?? null],
    ],
    locale,
    day,
  );
}

/** What both sides say of the same commitments. */
export function sidesTable(
  rows: readonly TwoSides[],
  unit: (id: string) => string,
  locale: Locale,
  day: string,
): SheetTable {
  const sayings = ({ sides }: TwoSides) =>
    sides.map(({ party, reading, tasks }) => {
      const decided = reading === null ? [] : [translate(locale, `decision.${reading.decision}`)];
      const led = tasks.map(
        ({ lead, lifecycle, outcome, due }) =>
          `${unit(lead)}, ${translate(locale, outcome ? `outcome.${outcome}` : `lifecycle.${lifecycle}`)}${due ? `, ${formatDate(locale, due)}` : ''}`,
      );
      return `${actorName(locale, party)}: ${[...decided, ...led].join('; ') || '–'}`;
    });
  return tableOf(
    'sheet.sides',
    rows,
    [
      ['words', 'text', 60, ({ quote }) => oneLine(quote)],
      ['source', 'text', 40, ({ title, path }) => [title, path].filter(Boolean).join(', ')],
      ['sides', 'text', 60, (row) => sayings(row).join('\n')],
      [
        'differences',
        'text',
        30,
        ({ differences }) =>
          differences
            .map((one) =>
              'field' in one
                ? said(locale, `column.${one.field}`, one.field)
                : said(locale, `difference.${one.kind}`, one.kind),
            )
            .join('; '),
      ],
    ],
    locale,
    day,
  );
}

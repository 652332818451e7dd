import { translate } from '../../i18n/index.ts';
import type { Locale } from '../../kernel/index.ts';
import type { SheetTable } from '../../register/index.ts';
import type { Escalation } from '../urging/index.ts';
import { tableOf } from './tables.ts';

/** What will be escalated, and to whom. */
export function escalationTable(
  rows: readonly Escalation[],
  unitName: (id: string) => string,
  locale: Locale,
  day: string,
): SheetTable {
  const posts = ({ to }: Escalation) =>
    to.map(({ role, unit }) => `${translate(locale, `role.${role}`)}${unit === null ? '' : ` · ${unitName(unit)}`}`);
  return tableOf(
    'escalations.title',
    rows,
    [
      ['escalated-on', 'day', 12, (row) => row.day],
      ['title', 'text', 60, ({ title }) => title],
      ['owed-by', 'text', 40, ({ unit }) => unitName(unit)],
      ['due', 'day', 12, ({ due }) => due],
      ['lifecycle', 'text', 18, ({ lifecycle }) => translate(locale, `lifecycle.${lifecycle}`)],
      ['level', 'number', 8, ({ level }) => level],
      ['channel', 'text', 14, ({ channel }) => translate(locale, `ladder-channel.${channel}`)],
      ['escalated-to', 'text', 50, (row) => posts(row).join('; ')],
      ['over-head', 'text', 14, ({ over }) => (over ? translate(locale, 'escalations.over-yes') : null)],
    ],
    locale,
    day,
  );
}

import {
  actorName,
  formatDate,
  formatInterval,
  formatList,
  formatNumber,
  hasMessage,
  type MessageId,
} from '../../i18n/index.ts';
import { nameIn } from '../../register/index.ts';
import { useSpeech } from '../app/locale.tsx';
import type { EntityFact, EntityFields, EntityRow } from '../data/entities.ts';

/** Says of an entry's fields and facts what a reader understands. */
export function useEntityText() {
  const { locale, t } = useSpeech();

  /** A day, month or year (`2024`, `2024-05`). */
  const day = (date: string): string => (date.length === 10 ? formatDate(locale, date) : date);

  /** Days from the first to the last of whole years say the years only. */
  const interval = (from: string | null, to: string | null): string => {
    if (from?.endsWith('-01-01') && to?.endsWith('-12-31')) {
      const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
      return first === last ? first : `${first}–${last}`;
    }
    return formatInterval(locale, from, to);
  };

  const typeName = (kind: EntityRow['kind'], type: string | null): string => {
    const id = `entity-type.${kind}.${type}`;
    return hasMessage(id) ? t(id) : (type ?? '');
  };

  const partyName = (party: string | null): string =>
    party === null ? t('entities.shared') : actorName(locale, party);

  const name = (names: EntityFields['names']): string => nameIn(names, locale);

  const grade = (value: string | null): string => (value === null ? '' : typeName('gate', value));

  const change = (value: { readonly change: string; readonly grade: string | null }): string => {
    const what = t(`gate-change.${value.change}` as MessageId);
    return value.grade === null ? what : `${what} ${t('fact.into', { grade: grade(value.grade).toLocaleLowerCase() })}`;
  };

  const session = (value: EntityRow['summary']['last']): string => {
    if (value === null) return '';
    const which = value.ordinal === null ? '' : t('fact.session', { ordinal: value.ordinal });
    return [which, interval(value.from, value.to), value.host === null ? '' : t('fact.host', { host: value.host })]
      .filter((part) => part !== '')
      .join(' · ');
  };

  const validity = ({ from, until }: Pick<EntityFields, 'from' | 'until'>): string => {
    if (from !== null && until !== null) return t('entity.from-to', { from: day(from), to: day(until) });
    if (from !== null) return t('entity.since', { from: day(from) });
    return until === null ? '' : t('entity.to', { to: day(until) });
  };

  /** The head and the rest of what a fact says. */
  const fact = ({ value, status }: Pick<EntityFact, 'value' | 'status'>): { head: string; rest: string } => {
    switch (value.type) {
      case 'session': {
        const head =
          value.ordinal !== null
            ? t('fact.session', { ordinal: value.ordinal })
            : t(status === 'planned' && value.from === null ? 'fact.session-next' : 'fact.session-one');
        return { head, rest: session({ ...value, ordinal: null }) };
      }
      case 'signed':
        return { head: t(status === 'planned' ? 'fact.to-sign' : 'fact.signed'), rest: interval(value.from, value.to) };
      case 'in-force':
        return { head: t('fact.in-force'), rest: interval(value.from, value.to) };
      case 'term': {
        const years = value.years === null ? '' : t('fact.years', { count: value.years });
        return { head: t('fact.term'), rest: years || interval(value.from, value.to) };
      }
      case 'parties':
        return { head: t('fact.parties'), rest: formatList(locale, value.names) };
      case 'succession':
        return {
          head: t('fact.succession', { name: value.into }),
          rest: value.from === null ? '' : value.from.slice(0, 4),
        };
      case 'grade':
        return { head: t('fact.grade'), rest: grade(value.grade) };
      case 'change':
        return { head: change(value), rest: '' };
    }
  };

  const number = (value: number) => formatNumber(locale, value);
  return { day, interval, typeName, partyName, name, change, session, validity, fact, number };
}

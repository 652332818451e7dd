import { formatList, languageName, type MessageId } from '../../../i18n/index.ts';
import type { NameForms } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { EntityDetail } from '../../data/entities.ts';
import { useHand } from '../../data/hands.ts';
import { useEntityText } from '../../parts/entity-text.ts';
import { HistoryList, NOTHING } from '../../parts/history-list.tsx';

/** What the fields of an entry are called. */
const FIELDS: Readonly<Record<string, MessageId>> = {
  ...{ type: 'entity-column.type', party: 'entity-column.party', successor: 'entity-column.successor' },
  ...{ from: 'entity-column.from', until: 'entity-column.until', signed: 'entity-column.signed' },
  ...{ expires: 'entity-column.expires', parent: 'entity.parent', coordinates: 'entity.coordinates' },
  ...{ decision: 'entity-column.state', mergedInto: 'entity.merged-into', dismissed: 'entity.dismissed' },
  ...{ sides: 'entity.sides' },
};

type Side = NonNullable<EntityDetail['fields']['sides']>[number];

/** Says the value of a field of an entry. */
function useSay(detail: EntityDetail): (field: string, value: unknown) => string {
  const { locale, t } = useSpeech();
  const say = useEntityText();
  const names = (forms: NameForms) =>
    (Object.keys(forms) as (keyof NameForms)[])
      .filter((language) => (forms[language]?.length ?? 0) > 0)
      .map((language) => `${languageName(locale, language)}: ${forms[language]?.join('; ')}`)
      .join(' · ');
  const entry = (id: string) => say.name(detail.spokenOf[id] ?? {}) || '…';
  const days = ['from', 'until', 'signed', 'expires'];
  return (field, value) => {
    if (value === null || value === undefined || value === '') return NOTHING;
    if (field === 'names') return names(value as NameForms) || NOTHING;
    if (field === 'type') return say.typeName(detail.kind, String(value));
    if (field === 'party') return say.partyName(String(value));
    if (field === 'decision')
      return t(value === 'undecided' ? 'entity-state.proposed' : (`entity-state.${String(value)}` as MessageId));
    if (['parent', 'successor', 'mergedInto'].includes(field)) return entry(String(value));
    if (days.includes(field)) return say.day(String(value));
    if (field === 'coordinates') return (value as readonly number[]).map((degrees) => degrees.toFixed(4)).join(', ');
    if (!Array.isArray(value)) return String(value);
    if (field === 'sides') {
      return (
        (value as Side[]).map((side) => `${say.partyName(side.party)}: ${names(side.names)}`).join(' | ') || NOTHING
      );
    }
    const quotes = value.map((key) => detail.facts.find((fact) => fact.key === key)?.quote ?? '…');
    return quotes.length === 0 ? NOTHING : formatList(locale, quotes);
  };
}

/** All that was done to an entry. */
export function History({ detail }: { readonly detail: EntityDetail }) {
  const { t } = useSpeech();
  const hand = useHand();
  const say = useSay(detail);
  const steps = detail.history.map(({ id, at, by, type, undone, reason, note, changes }) => ({
    ...{ id, at, undone, who: hand(by), what: t(`entity-history.${type}` as MessageId) },
    note: reason && (
      <p>
        {t(`entity-reject.${reason}`)}
        {note !== '' && `: ${note}`}
      </p>
    ),
    changes: changes.map(({ field, before, after }) => ({
      ...{ key: field, label: t(FIELDS[field] ?? 'entity.names') },
      ...{ before: say(field, before), after: say(field, after) },
    })),
  }));
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t('entity.history')}</h2>
      <HistoryList steps={steps} />
    </section>
  );
}

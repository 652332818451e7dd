import { formatList, formatNumber, languageName, type MessageId } from '../../../i18n/index.ts';
import type { NameForms } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { useHand } from '../../data/hands.ts';
import type { SeriesDetail } from '../../data/series.ts';
import { HistoryList, NOTHING } from '../../parts/history-list.tsx';
import { useSeriesText } from '../../parts/series-text.ts';

type Change = SeriesDetail['history'][number]['changes'][number];

const FIELDS: Readonly<Record<string, MessageId>> = {
  ...{ names: 'entity.names', parties: 'series.parties', members: 'series.members', level: 'series.level' },
  ...{ hosts: 'series.hosts', every: 'series.every', standing: 'series.standing', keptOut: 'series-field.kept-out' },
  ...{ settledOrdinals: 'series-field.settled', ordinal: 'series.ordinal', date: 'series.date', host: 'series.host' },
  ...{ stage: 'series-field.stage', agenda: 'series.agenda', minutes: 'series.minutes', dates: 'series-field.dates' },
  ...{ text: 'series.text', why: 'series-field.why', closed: 'series-field.stage', closing: 'series.close-note' },
  ...{ minute: 'series.minute', agreed: 'series-field.agreed', taken: 'series.taken', what: 'series.what' },
  ...{ day: 'series.day', source: 'series.source', count: 'series.count', number: 'series.request-number' },
  ...{ opened: 'series-field.opened', outcome: 'series.outcome' },
};

/** Fields whose values are names of a list. */
const CODES: Readonly<Record<string, string>> = {
  ...{ level: 'series-level', every: 'series-rhythm', standing: 'series-standing' },
  ...{ why: 'item-reason', what: 'card-evidence', outcome: 'request-outcome', keptOut: 'kept-out' },
};

interface ProposedDay {
  readonly day: string;
  readonly accepted: readonly string[];
  readonly declined: boolean;
}

/** Says the value of a field of a mechanism or of a part of it. */
function useSay(detail: SeriesDetail): (field: string, value: unknown) => string {
  const { locale, t } = useSpeech();
  const say = useSeriesText();
  const code = (field: string, value: unknown) => t(`${CODES[field]}.${String(value)}` as MessageId);
  const proposed = ({ day, accepted, declined }: ProposedDay) =>
    [say.day(day), declined ? t('series.date-declined') : say.parties(accepted)]
      .filter((part) => part !== '')
      .join(': ');
  const one = (field: string, value: unknown): string => {
    if (CODES[field] !== undefined) return code(field, value);
    if (field === 'stage') return t(`series-stage.${value as 'open'}`);
    if (field === 'parties' || field === 'agreed') return say.party(String(value));
    if (field === 'members' || field === 'hosts' || field === 'host')
      return say.member(String(value), detail.memberNames);
    if (field === 'dates') return proposed(value as ProposedDay);
    if (field === 'closed' && typeof value === 'string') return say.day(value);
    if (field === 'closed') return t(value === true ? 'series.item-closed' : 'series-stage.open');
    if (['day', 'date', 'opened'].includes(field)) return say.day(String(value));
    return typeof value === 'number' ? formatNumber(locale, value) : String(value);
  };
  return (field, value) => {
    if (value === null || value === undefined || value === '') return NOTHING;
    if (field === 'names') {
      const forms = value as NameForms;
      const said = (Object.keys(forms) as (keyof NameForms)[]).filter((language) => (forms[language]?.length ?? 0) > 0);
      return (
        said.map((language) => `${languageName(locale, language)}: ${forms[language]?.join('; ')}`).join(' · ') ||
        NOTHING
      );
    }
    if (!Array.isArray(value)) return one(field, value);
    return value.length === 0
      ? NOTHING
      : formatList(
          locale,
          value.map((each) => one(field, each)),
        );
  };
}

/** All that was done to a mechanism, by either side. */
export function History({ detail }: { readonly detail: SeriesDetail }) {
  const { t } = useSpeech();
  const hand = useHand();
  const text = useSeriesText();
  const say = useSay(detail);
  const about = (part: NonNullable<Change['part']>) => {
    if (part.noun === 'decision') return t('series.decision');
    const session = part.noun === 'session' ? detail.sessions.find(({ id }) => id === part.id) : undefined;
    if (session !== undefined) return text.session(session);
    return part.name.length > 90 ? `${part.name.slice(0, 90).toWellFormed()} …` : part.name || t('series.a-session');
  };
  /** An item's words head what is told of it, and stand on the agenda because it was added. */
  const isSaid = (type: string, { field, part, before, after }: Change) =>
    (field === 'agenda' && type === 'add-item') ||
    (part?.noun !== 'decision' && before === null && after === part?.name);
  if (detail.history.length === 0) return null;
  const steps = detail.history.map(({ id, at, by, party, type, undone, changes }) => ({
    ...{ id, at, undone, what: t(`series-action.${type}`) },
    who: party === null ? hand(by) : `${hand(by)} · ${text.party(party)}`,
    changes: changes
      .filter((change) => !isSaid(type, change))
      .map(({ field, before, after, part }) => ({
        key: `${part?.noun ?? ''}${part?.id ?? ''}${field}`,
        ...{ label: t(FIELDS[field] ?? 'series.text'), before: say(field, before), after: say(field, after) },
        ...(part !== undefined && !(type === 'decide' && part.noun === 'decision') && { about: about(part) }),
      })),
  }));
  return (
    <section>
      <h2>{t('series.history')}</h2>
      <HistoryList steps={steps} />
    </section>
  );
}

import { useState } from 'react';
import { useSpeech } from '../../app/locale.tsx';
import type { SeriesDetail, SeriesSession } from '../../data/series.ts';
import { newPartId } from '../../data/tasks.ts';
import { DayField } from '../../parts/day-field.tsx';
import { FormWindow } from '../../parts/form-window.tsx';
import { lacking } from '../../parts/missing.tsx';
import { useSeriesText } from '../../parts/series-text.ts';
import { WordsField } from '../../parts/words-field.tsx';
import type { SeriesProps } from './use-series.ts';

const PARTIAL_DAY = /^(\d{4}(-\d{2}(-\d{2})?)?)?$/;

/** The number after the highest known; a person sees and changes it. */
function nextOrdinal({ sessions }: SeriesDetail): string {
  const known = sessions.flatMap(({ ordinal }) => ordinal ?? []);
  return known.length === 0 ? '' : String(Math.max(...known) + 1);
}

/** Asks for what is known of a session: of a new one, or of one that is there. Nothing has to be known. */
export function SessionWindow({
  detail,
  act,
  type,
  session,
  on = '',
  onClose,
}: SeriesProps & {
  readonly type: 'record' | 'set-facts' | 'open';
  readonly session: SeriesSession | null;
  /** The day of a new one, where something tells it. */
  readonly on?: string;
  readonly onClose: () => void;
}) {
  const { t } = useSpeech();
  const say = useSeriesText();
  const turn = detail.host === null ? '' : say.member(detail.host, detail.memberNames);
  const [ordinal, setOrdinal] = useState(session ? String(session.ordinal ?? '') : nextOrdinal(detail));
  const [date, setDate] = useState(session?.date ?? on);
  const [host, setHost] = useState(session ? (session.host ?? '') : turn);
  const number = Number.parseInt(ordinal, 10);
  const facts = {
    ordinal: Number.isInteger(number) ? number : null,
    date: date === '' ? null : date,
    host: host.trim() === '' ? null : hostOf(host.trim(), detail, say.member),
  };
  return (
    <FormWindow
      title={t(`series-action.${type}`)}
      save={t(type === 'open' ? 'series-action.open' : 'series.save')}
      missing={lacking([ordinal === '' || number > 0, t('series.ordinal')], [PARTIAL_DAY.test(date), t('series.date')])}
      onClose={onClose}
      onSave={() => act({ type, session: session?.id ?? newPartId(), facts })}
    >
      <div className="form-pair">
        <WordsField label={t('series.ordinal')} value={ordinal} onChange={setOrdinal} />
        <WordsField label={t('series.date')} value={date} onChange={(value) => setDate(value.trim())} />
      </div>
      <p className="soft small">{t('series.date-help')}</p>
      <WordsField label={t('series.host')} value={host} onChange={setHost} />
    </FormWindow>
  );
}

/** A host typed by its name is the member of that name, so that the turn is known. */
function hostOf(
  words: string,
  { hosts, members, memberNames }: SeriesDetail,
  nameOf: (id: string, names: SeriesDetail['memberNames']) => string,
): string {
  return [...hosts, ...members].find((id) => nameOf(id, memberNames) === words) ?? words;
}

/** Asks for a day to propose to the other side. */
export function DateWindow({
  act,
  session,
  onClose,
}: Pick<SeriesProps, 'act'> & { readonly session: SeriesSession; readonly onClose: () => void }) {
  const { t } = useSpeech();
  const [day, setDay] = useState<string | null>(null);
  const [note, setNote] = useState('');
  return (
    <FormWindow
      title={t('series-action.propose-date')}
      save={t('series-action.propose-date')}
      missing={lacking([day !== null, t('series.day')])}
      onClose={onClose}
      onSave={() => act({ type: 'propose-date', session: session.id, proposal: newPartId(), day: day ?? '', note })}
    >
      <DayField label={t('series.day')} value={day} onChange={setDay} />
      <WordsField label={t('task-field.note')} value={note} onChange={setNote} />
    </FormWindow>
  );
}

import { useState } from 'react';
import { useSpeech } from '../../app/locale.tsx';
import { type PairRow, useActOnPair } from '../../data/pairs.ts';
import { DayField } from '../../parts/day-field.tsx';
import { FormWindow } from '../../parts/form-window.tsx';
import { lacking } from '../../parts/missing.tsx';
import { useSeriesText } from '../../parts/series-text.ts';
import { useTry } from '../../parts/use-try.ts';
import { WordsField } from '../../parts/words-field.tsx';

/** One side says how far it is. */
export function SideWindow({
  row,
  party,
  onClose,
}: {
  readonly row: PairRow;
  readonly party: string;
  readonly onClose: () => void;
}) {
  const { t } = useSpeech();
  const say = useSeriesText();
  const attempt = useTry();
  const { mutateAsync } = useActOnPair();
  const before = row.sides[party];
  const [planned, setPlanned] = useState(before?.planned ?? null);
  const [reached, setReached] = useState(before?.reached ?? null);
  const [source, setSource] = useState(before?.source ?? '');
  const body = { type: 'state' as const, party, side: { planned, reached, source } };
  return (
    <FormWindow
      title={say.party(party)}
      save={t('series.save')}
      missing={lacking([reached === null || source.trim() !== '', t('series.source')])}
      onClose={onClose}
      onSave={() => attempt(() => mutateAsync({ id: row.id, version: row.version, body }))}
    >
      <p dir="auto">{row.title}</p>
      <div className="form-pair">
        <DayField label={t('task.planned')} value={planned} onChange={setPlanned} />
        <DayField label={t('pair.reached')} value={reached} onChange={setReached} />
      </div>
      <WordsField label={t('series.source')} value={source} onChange={setSource} />
    </FormWindow>
  );
}

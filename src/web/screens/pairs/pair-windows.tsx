import { useState } from 'react';
import { MILESTONE_KINDS, type MilestoneKind } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { type PairRow, useActOnPair, useOpenPair } from '../../data/pairs.ts';
import { Choice } from '../../parts/choice.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { FormWindow } from '../../parts/form-window.tsx';
import { NamesField } from '../../parts/names-field.tsx';
import { useSeriesText } from '../../parts/series-text.ts';
import { useTry } from '../../parts/use-try.ts';
import { WordsField } from '../../parts/words-field.tsx';

/** Begins a paired milestone. */
export function PairWindow({ onClose }: { readonly onClose: () => void }) {
  const { t } = useSpeech();
  const say = useSeriesText();
  const attempt = useTry();
  const { mutateAsync } = useOpenPair();
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState<MilestoneKind>('open');
  const [parties, setParties] = useState<readonly string[]>([]);
  const [due, setDue] = useState<string | null>(null);
  const codes = parties.map((one) => one.toUpperCase()).filter((one) => /^[A-Z]{2}$/.test(one));
  const pair = { title, kind, parties: [...new Set(codes)], commitment: null, due };
  return (
    <FormWindow
      title={t('pair.new')}
      save={t('pair.new')}
      ready={title.trim() !== '' && pair.parties.length > 1}
      onClose={onClose}
      onSave={() => attempt(() => mutateAsync(pair))}
    >
      <WordsField label={t('pair.title')} value={title} onChange={setTitle} />
      <Choice
        label={t('task.milestone-kind')}
        value={kind}
        values={MILESTONE_KINDS}
        name={(one) => t(`milestone.${one}`)}
        onChange={setKind}
      />
      <NamesField label={t('series.parties')} values={codes} name={say.party} onChange={setParties} />
      <DayField label={t('pair.due')} value={due} onChange={setDue} />
    </FormWindow>
  );
}

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
      ready={reached === null || source.trim() !== ''}
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

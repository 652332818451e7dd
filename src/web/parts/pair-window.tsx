import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { MILESTONE_KINDS, type MilestoneKind, nameIn } from '../../register/index.ts';
import { useSpeech } from '../app/locale.tsx';
import { type EntityRow, entitiesQuery } from '../data/entities.ts';
import { useOpenPair } from '../data/pairs.ts';
import { Choice } from './choice.tsx';
import { DayField } from './day-field.tsx';
import { FormWindow } from './form-window.tsx';
import { lacking } from './missing.tsx';
import { NamesField } from './names-field.tsx';
import { useSeriesText } from './series-text.ts';
import { useTry } from './use-try.ts';
import { WordsField } from './words-field.tsx';

/** Stands for "none" in a choice, whose keys cannot be empty. */
const NONE = 'none';

/** Gates listed to choose from. */
const GATES = 500;

/** Begins a paired milestone; from the page of a gate with its names and sides filled in. */
export function PairWindow({
  gate,
  onClose,
}: {
  readonly gate?: Pick<EntityRow, 'id' | 'fields'>;
  readonly onClose: () => void;
}) {
  const { locale, t } = useSpeech();
  const say = useSeriesText();
  const attempt = useTry();
  const { mutateAsync } = useOpenPair();
  const gates = useQuery({ ...entitiesQuery({ kind: 'gate' }, GATES), enabled: gate === undefined }).data?.rows ?? [];
  const [title, setTitle] = useState(gate === undefined ? '' : nameIn(gate.fields.names, locale));
  const [kind, setKind] = useState<MilestoneKind>('open');
  const [parties, setParties] = useState<readonly string[]>(
    gate?.fields.sides?.flatMap(({ party }) => party ?? []) ?? [],
  );
  const [chosen, setChosen] = useState(gate?.id ?? NONE);
  const [due, setDue] = useState<string | null>(null);
  const codes = parties.map((one) => one.toUpperCase()).filter((one) => /^[A-Z]{2}$/.test(one));
  const shared = { title, kind, parties: [...new Set(codes)], commitment: null, due };
  const pair = { ...shared, gate: chosen === NONE ? null : chosen };
  const nameOf = (id: string) => nameIn(gates.find((one) => one.id === id)?.fields.names ?? {}, locale);
  return (
    <FormWindow
      title={t('pair.new')}
      save={t('pair.new')}
      missing={lacking([title.trim() !== '', t('pair.title')], [pair.parties.length > 1, t('series.parties')])}
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
      {gates.length > 0 && (
        <Choice
          label={t('pair.gate')}
          value={chosen}
          values={[NONE, ...gates.map(({ id }) => id)]}
          name={(one) => (one === NONE ? t('pair.no-gate') : nameOf(one))}
          onChange={setChosen}
        />
      )}
      <NamesField label={t('series.parties')} values={codes} name={say.party} onChange={setParties} />
      <DayField label={t('pair.due')} value={due} onChange={setDue} />
    </FormWindow>
  );
}

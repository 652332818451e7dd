import { useState } from 'react';
import { useSpeech } from '../../app/locale.tsx';
import type { DisseminationList, DisseminationRow, useDisseminate } from '../../data/dissemination.ts';
import { useSession } from '../../data/session.ts';
import { Choice } from '../../parts/choice.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { FormWindow } from '../../parts/form-window.tsx';
import { lacking } from '../../parts/missing.tsx';
import { today } from '../../parts/today.ts';
import { UnitsField } from '../../parts/unit-field.tsx';
import { WordsField } from '../../parts/words-field.tsx';

type Send = (deed: Parameters<ReturnType<typeof useDisseminate>['mutateAsync']>[0]) => Promise<boolean>;

/** Says whom a text is sent to; for a text not handed on yet, those that it names itself are filled in. */
export function AddressWindow({
  works,
  version,
  party,
  deed,
  onClose,
}: {
  readonly works: DisseminationList['others'];
  readonly version: number;
  readonly party: string | null;
  readonly deed: Send;
  readonly onClose: () => void;
}) {
  const { t } = useSpeech();
  const own = useSession()?.seat?.party ?? null;
  const first = works.find(({ named }) => named.length > 0) ?? works[0];
  const [work, setWork] = useState(first?.work ?? '');
  const [units, setUnits] = useState<readonly string[]>(first?.named ?? []);
  const choose = (id: string) => {
    setWork(id);
    setUnits(works.find((one) => one.work === id)?.named ?? []);
  };
  return (
    <FormWindow
      title={t(version === 0 ? 'dissemination.new' : 'dissemination.change')}
      save={t('dissemination.save')}
      missing={lacking([units.length > 0, t('dissemination.to')])}
      onClose={onClose}
      onSave={() => deed({ work, version, body: { type: 'address', units: [...units] } })}
    >
      {works.length > 1 && (
        <Choice
          label={t('dissemination.text')}
          value={work}
          values={works.map((one) => one.work)}
          name={(id) => works.find((one) => one.work === id)?.title ?? id}
          onChange={choose}
        />
      )}
      <UnitsField label={t('dissemination.to')} party={party ?? own} value={units} onChange={setUnits} />
    </FormWindow>
  );
}

/** Confirms for a unit that the text was studied: on which day, with how many people. */
export function StudyWindow({
  row,
  unit,
  deed,
  onClose,
}: {
  readonly row: DisseminationRow;
  readonly unit: string;
  readonly deed: Send;
  readonly onClose: () => void;
}) {
  const { t } = useSpeech();
  const [day, setDay] = useState<string | null>(today());
  const [people, setPeople] = useState('');
  const { work, version } = row;
  const count = people.trim() === '' ? null : Number(people);
  const missing = lacking(
    [day !== null, t('task-field.day')],
    [count === null || (Number.isInteger(count) && count >= 0), t('dissemination.how-many')],
  );
  return (
    <FormWindow
      title={t('dissemination.confirm-studied')}
      save={t('dissemination.save')}
      missing={missing}
      onClose={onClose}
      onSave={() => deed({ work, version, body: { type: 'study', unit, day: day ?? '', people: count } })}
    >
      <DayField label={t('task-field.day')} value={day} onChange={setDay} />
      <WordsField label={t('dissemination.how-many')} value={people} onChange={setPeople} />
    </FormWindow>
  );
}

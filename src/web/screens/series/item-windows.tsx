import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PROPOSED_TYPES } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { type AgendaItem, type SeriesDetail, useNoteOnSeries } from '../../data/series.ts';
import { newPartId, tasksQuery } from '../../data/tasks.ts';
import { Choice } from '../../parts/choice.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { FormWindow } from '../../parts/form-window.tsx';
import { LinesField } from '../../parts/lines-field.tsx';
import { lacking } from '../../parts/missing.tsx';
import { useErrorText } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';
import { UnitField } from '../../parts/unit-field.tsx';
import type { SeriesProps } from './use-series.ts';

interface ItemProps extends SeriesProps {
  readonly item: AgendaItem;
  readonly onClose: () => void;
}

/** Asks for one text and does something with it. */
export function TextWindow({
  title,
  label,
  first,
  explain,
  onSave,
  onClose,
}: {
  readonly title: string;
  readonly label: string;
  readonly first: string;
  readonly explain?: string;
  readonly onSave: (text: string) => Promise<boolean>;
  readonly onClose: () => void;
}) {
  const { t } = useSpeech();
  const [text, setText] = useState(first);
  return (
    <FormWindow title={title} save={t('series.save')} onClose={onClose} onSave={() => onSave(text.trim())}>
      {explain && <p className="soft small">{explain}</p>}
      <LinesField label={label} value={text} rows={5} onChange={setText} />
    </FormWindow>
  );
}

/** A note for one's own side. */
export function NoteWindow({
  detail,
  about,
  onClose,
}: {
  readonly detail: SeriesDetail;
  readonly about: string;
  readonly onClose: () => void;
}) {
  const { t } = useSpeech();
  const say = useErrorText();
  const { mutateAsync } = useNoteOnSeries(detail.id);
  const save = async (text: string) => {
    try {
      await mutateAsync({ about, text });
      return true;
    } catch (error) {
      toast({ text: say(error), tone: 'failure' });
      return false;
    }
  };
  return (
    <TextWindow
      title={t('series.note-add')}
      label={t('series.note')}
      explain={t('series.note-explain')}
      first={detail.notes.find((note) => note.about === about)?.text ?? ''}
      onSave={save}
      onClose={onClose}
    />
  );
}

const NOTHING = 'none';
const NEEDS_UNIT: readonly string[] = ['assign', 'reroute'];
const NEEDS_DAY: readonly string[] = ['assign', 'set-due'];

/** What a decision can be about: the item's tasks, else a task still to be given for one of its commitments. */
function useSubjects({ tasks, commitments }: AgendaItem, detail: SeriesDetail) {
  const given = useQuery(tasksQuery({ commitment: commitments[0] })).data?.rows ?? [];
  const own = commitments.length === 0 ? [] : given.map(({ task_id }) => task_id);
  const ids = [...new Set([...tasks, ...own])];
  const titles = new Map([...given, ...detail.tasks].map((row) => [row.task_id, row.title]));
  return { ids, titleOf: (id: string) => titles.get(id) ?? id };
}

/** Writes down a decision on an item, and what it asks to be done. */
export function DecideWindow({ detail, act, item, onClose }: ItemProps) {
  const { t } = useSpeech();
  const { ids, titleOf } = useSubjects(item, detail);
  const [text, setText] = useState('');
  const [type, setType] = useState<string>(NOTHING);
  const [task, setTask] = useState<string>('');
  const [unit, setUnit] = useState<string | null>(null);
  const [day, setDay] = useState<string | null>(null);
  const subject = task || (ids[0] ?? '');
  const types = PROPOSED_TYPES.filter((one) => (one === 'assign' ? item.commitments.length > 0 : ids.length > 0));
  const asked = PROPOSED_TYPES.find((one) => one === type);
  const missing = lacking(
    [text.trim() !== '', t('series.decision')],
    [asked === undefined || !NEEDS_UNIT.includes(asked) || unit !== null, t('series.unit')],
    [asked !== 'set-due' || day !== null, t('series.day')],
  );
  const proposes =
    asked === undefined
      ? []
      : [
          {
            ...{ type: asked, unit: NEEDS_UNIT.includes(asked) ? unit : null },
            ...{ day: NEEDS_DAY.includes(asked) ? day : null },
            ...(asked === 'assign'
              ? { task: null, commitment: item.commitments[0] ?? null }
              : { task: subject, commitment: null }),
          },
        ];
  const save = () => act({ type: 'decide', decision: newPartId(), item: item.id, text: text.trim(), proposes });
  return (
    <FormWindow
      title={t('series-action.decide')}
      save={t('series-action.decide')}
      missing={missing}
      onClose={onClose}
      onSave={save}
    >
      <p className="soft small" dir="auto">
        {item.text}
      </p>
      <LinesField label={t('series.decision')} value={text} onChange={setText} />
      {types.length > 0 && (
        <Choice
          label={t('series.ask-what')}
          value={type}
          values={[NOTHING, ...types]}
          name={(one) => (one === NOTHING ? t('series.ask-none') : t(`proposed.${one}` as 'proposed.urge'))}
          onChange={setType}
        />
      )}
      {asked !== undefined && asked !== 'assign' && ids.length > 1 && (
        <Choice label={t('series.ask-about')} value={subject} values={ids} name={titleOf} onChange={setTask} />
      )}
      {NEEDS_UNIT.includes(type) && <UnitField label={t('series.unit')} party={null} value={unit} onChange={setUnit} />}
      {NEEDS_DAY.includes(type) && <DayField label={t('series.day')} value={day} onChange={setDay} />}
    </FormWindow>
  );
}

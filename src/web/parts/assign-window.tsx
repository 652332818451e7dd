import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Checkbox } from 'react-aria-components';
import { actorName } from '../../i18n/index.ts';
import { LOCALES, type Locale } from '../../kernel/index.ts';
import { AUDIENCES, type Audience, PERIOD_NAMES } from '../../register/index.ts';
import { useSpeech } from '../app/locale.tsx';
import { earlierOf, type LineageRow, threadQuery } from '../data/lineage.ts';
import type { Row } from '../data/queries.ts';
import { type Assignment, type UnitRow, unitsQuery, useAssign } from '../data/tasks.ts';
import { Choice } from './choice.tsx';
import { DayField } from './day-field.tsx';
import { Window } from './dialog.tsx';
import { FormEnd } from './form-end.tsx';
import { lacking } from './missing.tsx';
import { useErrorText } from './states.tsx';
import { toast } from './toasts.tsx';
import { UnitField, UnitsField } from './unit-field.tsx';
import { WordsField } from './words-field.tsx';

/** Characters of a title that is proposed. */
const TITLE = 140;

type Draft = Omit<Assignment, 'coordinators' | 'lead' | 'due'> & {
  readonly lead: string | null;
  readonly partners: readonly string[];
  readonly day: string | null;
};

/** The unit that a directive names, by a body's id or in words: one of its names in any language, in any case. */
function unitNamed(units: readonly UnitRow[], words: string | null): string | null {
  if (words === null || words.trim() === '') return null;
  const wanted = new Set([words, ...LOCALES.map((locale) => actorName(locale, words))].map(folded));
  const named = ({ names, entity }: UnitRow) =>
    entity === words || Object.values(names).some((forms) => forms?.some((form) => wanted.has(folded(form))));
  return units.find(named)?.id ?? null;
}

function folded(words: string): string {
  return words.trim().toLocaleLowerCase();
}

/** Words short enough for a title, not cut inside a word where the language has blanks. */
function shortened(quote: string): string {
  const line = quote.replace(/\s+/g, ' ').trim();
  if (line.length <= TITLE) return line;
  const cut = line.slice(0, TITLE);
  return `${cut.slice(0, cut.lastIndexOf(' ') > TITLE / 2 ? cut.lastIndexOf(' ') : TITLE)}…`;
}

/** What the text itself says of who does it and by when; what names no unit stays open words. */
function draftOf(rows: readonly Row[], units: readonly UnitRow[], locale: Locale): Draft {
  const [first] = rows;
  const parties = [...new Set(units.map(({ party }) => party))];
  const lead = unitNamed(units, first?.lead ?? null);
  const coordinators = rows.length === 1 ? (first?.coordinators ?? []) : [];
  const found = coordinators.map((words) => [words, unitNamed(units, words)] as const);
  return {
    party: units.find(({ id }) => id === lead)?.party ?? parties[0] ?? '',
    audience: 'own-side',
    title: shortened(first?.quote ?? ''),
    commitments: rows.map(({ id }) => id),
    parent: null,
    lead,
    partners: [...new Set(found.flatMap(([, unit]) => (unit === null || unit === lead ? [] : [unit])))],
    unresolved: found.flatMap(([words, unit]) => (unit === null ? [actorName(locale, words)] : [])),
    day: first?.due?.to ?? null,
    every: null,
  };
}

/** The commitments that the one assigned carries on, such as the statement's behind a directive's; each can be left out. */
function AlsoKept({
  rows,
  left,
  onChange,
}: {
  readonly rows: readonly LineageRow[];
  readonly left: readonly string[];
  readonly onChange: (left: readonly string[]) => void;
}) {
  const { t } = useSpeech();
  if (rows.length === 0) return null;
  return (
    <fieldset className="also-kept">
      <legend className="small soft">{t('assign.also-keeps')}</legend>
      {rows.map(({ id, quote, language, workTitle, path }) => (
        <Checkbox
          key={id}
          className="checkbox"
          isSelected={!left.includes(id)}
          onChange={(kept) => onChange(kept ? left.filter((one) => one !== id) : [...left, id])}
        >
          <span className="checkbox-box">✓</span>
          <span>
            <q lang={language} dir="auto">
              {shortened(quote)}
            </q>{' '}
            <span className="small soft" dir="auto">
              {workTitle} {path}
            </span>
          </span>
        </Checkbox>
      ))}
    </fieldset>
  );
}

function Form({
  rows,
  units,
  onClose,
}: {
  readonly rows: readonly Row[];
  readonly units: readonly UnitRow[];
  readonly onClose: () => void;
}) {
  const { t, locale } = useSpeech();
  const say = useErrorText();
  const navigate = useNavigate();
  const { mutateAsync, isPending } = useAssign();
  const [draft, setDraft] = useState(() => draftOf(rows, units, locale));
  const [left, setLeft] = useState<readonly string[]>([]);
  const earlier = earlierOf(useQuery({ ...threadQuery(rows[0]?.id ?? ''), enabled: rows.length === 1 }).data);
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const parties = [...new Set(units.map(({ party }) => party))];
  const save = async () => {
    const { partners, day, lead, ...given } = draft;
    if (lead === null) return;
    const text = rows[0]?.due;
    const ofText = text?.to === day && text?.to != null;
    const due =
      day === null
        ? null
        : { day, basis: ofText ? ('text' as const) : ('person' as const), source: ofText ? text.text : '' };
    const coordinators = partners.map((unit) => ({ unit, due: null, part: '' }));
    const kept = earlier.map(({ id }) => id).filter((id) => !left.includes(id));
    const commitments = [...given.commitments, ...kept];
    try {
      const { ids } = await mutateAsync([{ ...given, commitments, lead, due, coordinators }]);
      onClose();
      toast({ text: t('assign.done') });
      await navigate({ to: '/tasks/$id', params: { id: ids[0] ?? '' } });
    } catch (error) {
      toast({ text: say(error), tone: 'failure' });
    }
  };
  const missing = lacking([draft.lead !== null, t('task.lead')]);
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (missing.length === 0) void save();
      }}
    >
      <p className="soft small">{t('assign.serves', { count: rows.length })}</p>
      <AlsoKept rows={earlier} left={left} onChange={setLeft} />
      <WordsField label={t('assign.title')} value={draft.title} onChange={(title) => change({ title })} />
      {parties.length > 1 && (
        <Choice
          label={t('assign.party')}
          value={draft.party}
          values={parties}
          name={(party) => actorName(locale, party)}
          onChange={(party) => change({ party, lead: null, partners: [] })}
        />
      )}
      <UnitField
        label={t('task.lead')}
        party={draft.party}
        value={draft.lead}
        onChange={(lead) => change({ lead, partners: draft.partners.filter((unit) => unit !== lead) })}
      />
      <UnitsField
        label={t('task.coordinators')}
        party={draft.party}
        value={draft.partners}
        onChange={(partners) => change({ partners: partners.filter((unit) => unit !== draft.lead) })}
      />
      {draft.unresolved.length > 0 && (
        <p className="small">
          {t('assign.unresolved')}{' '}
          {draft.unresolved.map((words) => (
            <span key={words} className="unresolved" dir="auto">
              {words}
            </span>
          ))}
        </p>
      )}
      <DayField label={t('task.due')} value={draft.day} onChange={(day) => change({ day })} />
      <Choice
        label={t('task.every')}
        value={draft.every ?? 'none'}
        values={['none', ...PERIOD_NAMES]}
        name={(each) => t(`period.${each}` as 'period.none')}
        onChange={(each) => change({ every: PERIOD_NAMES.find((name) => name === each) ?? null })}
      />
      <Choice
        label={t('task.audience')}
        value={draft.audience}
        values={AUDIENCES}
        name={(each: Audience) => t(`audience.${each}`)}
        onChange={(audience) => change({ audience })}
      />
      <FormEnd save={t('task-action.assign')} missing={missing} isDisabled={isPending} onCancel={onClose} />
    </form>
  );
}

/** Gives a unit the task of keeping commitments; what the text says of lead, coordinators and day is filled in. */
export function AssignWindow({ rows, onClose }: { readonly rows: readonly Row[]; readonly onClose: () => void }) {
  const { t } = useSpeech();
  const units = useQuery(unitsQuery).data?.units;
  return (
    <Window title={t('assign.heading')} open onClose={onClose}>
      {units?.length === 0 && (
        <p>
          {t('assign.no-units')} <Link to="/units">{t('units.title')}</Link>
        </p>
      )}
      {units && units.length > 0 && <Form rows={rows} units={units} onClose={onClose} />}
    </Window>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { languageName } from '../../../i18n/index.ts';
import { LOCALES } from '../../../kernel/index.ts';
import { nameIn } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { call } from '../../client.ts';
import type { UnitRow } from '../../data/tasks.ts';
import { DayField } from '../../parts/day-field.tsx';
import { FormWindow } from '../../parts/form-window.tsx';
import { lacking } from '../../parts/missing.tsx';
import { useErrorText } from '../../parts/states.tsx';
import { UnitField } from '../../parts/unit-field.tsx';
import { WordsField } from '../../parts/words-field.tsx';

type Names = UnitRow['names'];

/** The first name of a language as typed; its other names stay as they are, a language without a name is left out. */
function withName(names: Names, language: (typeof LOCALES)[number], typed: string): Names {
  const { [language]: before = [], ...rest } = names;
  return typed === '' ? rest : { ...rest, [language]: [typed, ...before.slice(1)] };
}

/** Groups of digits and capitals between dots, 35 signs at the most (Decision 20/2020/QĐ-TTg). */
const CODE = /^(?=.{1,35}$)[0-9A-Z]+(?:\.[0-9A-Z]+)*$/;

const BLANK = { names: {}, parent: null, from: null, until: null, successor: null, code: null } as const;

/** Adds a unit of a party, or changes one: what it is called, where it stands, its days, and who took over from it. */
export function UnitForm({
  party,
  unit,
  onClose,
}: {
  readonly party: string;
  readonly unit: UnitRow | null;
  readonly onClose: () => void;
}) {
  const { locale, t } = useSpeech();
  const say = useErrorText();
  const queries = useQueryClient();
  const [fields, setFields] = useState<Pick<UnitRow, keyof typeof BLANK>>(unit ?? BLANK);
  const [error, setError] = useState<unknown>(null);
  const set = (change: Partial<typeof fields>) => setFields({ ...fields, ...change });
  const { names, parent, from, until, code } = fields;
  const trimmed = Object.fromEntries(
    Object.entries(names).flatMap(([language, all]) => {
      const kept = (all ?? []).map((name) => name.trim()).filter((name) => name !== '');
      return kept.length === 0 ? [] : [[language, kept]];
    }),
  );
  const given = code?.trim() || null;
  const codeFits = given === null || CODE.test(given);
  const save = async () => {
    const successor = until === null ? null : fields.successor;
    const body = { names: trimmed, parent, from, until, successor, code: given };
    try {
      if (unit === null) await call('addUnit', { body: { party, entity: null, ...body } });
      else await call('changeUnit', { params: { id: unit.id }, body: { version: unit.version, ...body } });
    } catch (problem) {
      setError(problem);
      return false;
    }
    await queries.invalidateQueries({ queryKey: ['units'] });
    return true;
  };
  return (
    <FormWindow
      title={unit === null ? t('units.add') : t('units.change-title', { unit: nameIn(unit.names, locale) })}
      save={t(unit === null ? 'units.add' : 'form.save')}
      missing={lacking(
        [Object.keys(trimmed).length > 0, t('units.name-in', { language: languageName(locale, locale) })],
        [codeFits, t('units.code')],
      )}
      onClose={onClose}
      onSave={save}
    >
      {LOCALES.map((language) => (
        <WordsField
          key={language}
          label={t('units.name-in', { language: languageName(locale, language) })}
          lang={language}
          value={names[language]?.[0] ?? ''}
          onChange={(typed) => set({ names: withName(names, language, typed) })}
        />
      ))}
      <UnitField label={t('units.under')} party={party} value={parent} onChange={(one) => set({ parent: one })} />
      <WordsField label={t('units.code')} value={code ?? ''} onChange={(typed) => set({ code: typed })} />
      {!codeFits && <p className="field-error">{t('units.code-form', { example: '000.00.19.H56' })}</p>}
      <DayField label={t('units.from')} value={from} onChange={(day) => set({ from: day })} />
      <DayField label={t('units.until')} value={until} onChange={(day) => set({ until: day })} />
      {until !== null && (
        <UnitField
          label={t('units.successor')}
          party={party}
          value={fields.successor}
          onChange={(one) => set({ successor: one })}
        />
      )}
      {error !== null && (
        <p className="field-error" role="alert">
          {say(error)}
        </p>
      )}
    </FormWindow>
  );
}

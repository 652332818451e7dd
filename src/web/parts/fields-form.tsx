import { Checkbox } from 'react-aria-components';
import { actorName } from '../../i18n/index.ts';
import { KINDS, quantityOf, SECTORS, STRENGTHS } from '../../vocabulary/index.ts';
import { useSpeech } from '../app/locale.tsx';
import type { Fields } from '../data/queries.ts';
import { Choice } from './choice.tsx';
import { DayField } from './day-field.tsx';
import { NamesField } from './names-field.tsx';
import { WordsField } from './words-field.tsx';

type Change = (part: Partial<Fields>) => void;

function DueFields({ due, onChange }: { readonly due: Fields['due']; readonly onChange: Change }) {
  const { t } = useSpeech();
  return (
    <>
      <Checkbox
        className="checkbox"
        isSelected={due !== null}
        onChange={(named) => onChange({ due: named ? { text: '', from: null, to: null } : null })}
      >
        <span className="checkbox-box">✓</span>
        {t('form.has-due')}
      </Checkbox>
      {due && (
        <>
          <WordsField
            label={t('form.due-words')}
            value={due.text}
            onChange={(text) => onChange({ due: { ...due, text } })}
          />
          <div className="form-pair">
            <DayField
              label={t('form.due-from')}
              value={due.from}
              onChange={(from) => onChange({ due: { ...due, from } })}
            />
            <DayField label={t('form.due-to')} value={due.to} onChange={(to) => onChange({ due: { ...due, to } })} />
          </div>
        </>
      )}
    </>
  );
}

/** Targets, typed as they are written: what holds no number is not taken. */
function TargetsField({ targets, onChange }: { readonly targets: Fields['targets']; readonly onChange: Change }) {
  const { t } = useSpeech();
  const take = (texts: readonly string[]) =>
    texts.flatMap((text) => targets.find((target) => target.text === text) ?? quantityOf(text) ?? []);
  return (
    <NamesField
      label={t('column.targets')}
      hint={t('form.targets-hint')}
      values={targets.map(({ text }) => text)}
      onChange={(texts) => onChange({ targets: take(texts) })}
    />
  );
}

function NameLists({ fields, onChange }: { readonly fields: Fields; readonly onChange: Change }) {
  const { t } = useSpeech();
  return (
    <>
      {(['instruments', 'mechanisms', 'places'] as const).map((name) => (
        <NamesField
          key={name}
          label={t(`column.${name}`)}
          values={fields[name]}
          onChange={(values) => onChange({ [name]: [...values] })}
        />
      ))}
    </>
  );
}

/** Lead, coordinators and reporting duty, which only directives name: shown where there are some or one is wanted. */
function DutyFields({ fields, onChange }: { readonly fields: Fields; readonly onChange: Change }) {
  const { t } = useSpeech();
  const report = fields.report ?? { period: '', recipients: [] };
  const say = (next: typeof report) =>
    onChange({ report: next.period === '' && next.recipients.length === 0 ? null : next });
  const named = fields.lead !== null || fields.coordinators.length > 0 || fields.report !== null;
  return (
    <details className="form-more" open={named}>
      <summary>{t('form.duties')}</summary>
      <div className="form">
        <WordsField
          label={t('field.lead')}
          value={fields.lead ?? ''}
          onChange={(lead) => onChange({ lead: lead === '' ? null : lead })}
        />
        <NamesField
          label={t('field.coordinators')}
          values={fields.coordinators}
          onChange={(coordinators) => onChange({ coordinators: [...coordinators] })}
        />
        <WordsField
          label={t('form.report-period')}
          value={report.period}
          onChange={(period) => say({ ...report, period })}
        />
        <NamesField
          label={t('form.report-recipients')}
          values={report.recipients}
          onChange={(recipients) => say({ ...report, recipients: [...recipients] })}
        />
      </div>
    </details>
  );
}

/** Every field of a commitment a person can correct. `actors` are offered while typing. */
export function FieldsForm({
  fields,
  actors,
  onChange,
}: {
  readonly fields: Fields;
  readonly actors: readonly string[];
  readonly onChange: Change;
}) {
  const { locale, t } = useSpeech();
  return (
    <div className="form">
      <div className="form-pair">
        <Choice
          label={t('column.kind')}
          value={fields.kind}
          values={KINDS}
          name={(kind) => t(`kind.${kind}`)}
          onChange={(kind) => onChange(kind === 'support' ? { kind, strength: 'support' } : { kind })}
        />
        <Choice
          label={t('column.strength')}
          value={fields.strength}
          values={STRENGTHS}
          name={(strength) => t(`strength.${strength}`)}
          onChange={(strength) => onChange({ strength })}
        />
      </div>
      <WordsField label={t('column.action')} value={fields.action} onChange={(action) => onChange({ action })} />
      <NamesField
        label={t('column.actors')}
        values={fields.actors}
        suggestions={actors}
        name={(id) => actorName(locale, id)}
        onChange={(values) => onChange({ actors: [...values] })}
      />
      <Choice
        label={t('column.sector')}
        value={fields.sector}
        values={SECTORS}
        name={(sector) => t(`sector.${sector}`)}
        onChange={(sector) => onChange({ sector })}
      />
      <DueFields due={fields.due} onChange={onChange} />
      <TargetsField targets={fields.targets} onChange={onChange} />
      <NameLists fields={fields} onChange={onChange} />
      <DutyFields fields={fields} onChange={onChange} />
    </div>
  );
}

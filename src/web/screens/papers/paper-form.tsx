import { useQuery } from '@tanstack/react-query';
import { Checkbox, Input, Label, TextField } from 'react-aria-components';
import { actorName, relationName } from '../../../i18n/index.ts';
import { LOCALES } from '../../../kernel/index.ts';
import { PERIOD_NAMES } from '../../../register/index.ts';
import { PAPERS } from '../../../server/contract/index.ts';
import { PROFILES } from '../../../vocabulary/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { PaperLayout, PaperRequest } from '../../data/papers.ts';
import { seriesListQuery } from '../../data/series.ts';
import { Choice } from '../../parts/choice.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { useEntityText } from '../../parts/entity-text.ts';
import { LinesField } from '../../parts/lines-field.tsx';
import { UnitField } from '../../parts/unit-field.tsx';
import type { usePaper } from './use-paper.ts';

type Paper = ReturnType<typeof usePaper>;
type Part = Pick<Paper, 'request' | 'change'>;

const OF_SESSION: ReadonlySet<PaperRequest['kind']> = new Set(['session', 'minutes', 'brief']);
const NONE = 'none';

function Words({
  label,
  value,
  hint,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <TextField className="field" value={value} onChange={onChange}>
      <Label>{label}</Label>
      <Input className="field-input" dir="auto" placeholder={hint ?? ''} />
    </TextField>
  );
}

const linesOf = (text: string) => text.split('\n').map((line) => line.trimStart());

/** Which paper, in which layout, of what. */
export function WhatPaper({ request, change, fitting, parties, fixedParty }: Paper) {
  const { locale, t } = useSpeech();
  const names = new Map(fitting.map((one) => [one.id, one]));
  return (
    <fieldset className="paper-fields">
      <legend>{t('papers.what')}</legend>
      <Choice
        label={t('papers.kind')}
        value={request.kind}
        values={PAPERS}
        name={(kind) => t(`paper.type-${kind}`)}
        onChange={(kind) => change({ kind })}
      />
      <Choice
        label={t('papers.relation')}
        value={request.relation}
        values={PROFILES.map(({ id }) => id)}
        name={(id) => relationName(locale, id)}
        onChange={(relation) => change({ relation, series: null, session: null })}
      />
      {fixedParty === null && parties.length > 0 && (
        <Choice
          label={t('papers.side')}
          value={request.party}
          values={parties}
          name={(code) => actorName(locale, code)}
          onChange={(party) => change({ party, unit: null, issuer: null })}
        />
      )}
      <Choice
        label={t('papers.layout')}
        value={request.layout}
        values={fitting.map(({ id }) => id)}
        name={(id) => names.get(id)?.names[locale] ?? id}
        onChange={(layout) => change({ layout })}
      />
      <Languages {...{ request, change, layout: names.get(request.layout) }} />
      {OF_SESSION.has(request.kind) && <SeriesChoice request={request} change={change} />}
      {request.kind !== 'minutes' && <OfWhat request={request} change={change} />}
    </fieldset>
  );
}

function Languages({ request, change, layout }: Part & { readonly layout: PaperLayout | undefined }) {
  const { t } = useSpeech();
  if (layout?.language !== null) return null;
  return (
    <>
      <Choice
        label={t('papers.language')}
        value={request.language}
        values={LOCALES}
        name={(one) => t(`paper-language.${one}`)}
        onChange={(language) => change({ language, other: null })}
      />
      {request.kind === 'minutes' && (
        <Choice
          label={t('papers.second-language')}
          value={request.other ?? 'zh'}
          values={LOCALES.filter((one) => one !== request.language)}
          name={(one) => t(`paper-language.${one}`)}
          onChange={(other) => change({ other })}
        />
      )}
    </>
  );
}

function SeriesChoice({ request, change }: Part) {
  const { t } = useSpeech();
  const say = useEntityText();
  const rows = (useQuery(seriesListQuery()).data?.rows ?? []).filter(({ relation }) => relation === request.relation);
  const names = new Map(rows.map((row) => [row.id, say.name(row.names)]));
  return (
    <Choice
      label={t('papers.session')}
      value={request.series ?? NONE}
      values={[NONE, ...rows.map(({ id }) => id)]}
      name={(id) => (id === NONE ? t('papers.no-session') : (names.get(id) ?? id))}
      onChange={(id) => change({ series: id === NONE ? null : id, session: null })}
    />
  );
}

function OfWhat({ request, change }: Part) {
  const { t } = useSpeech();
  return (
    <>
      <UnitField
        key={`${request.party} ${request.unit}`}
        label={t('papers.unit')}
        party={request.party}
        value={request.unit}
        onChange={(unit) => change({ unit })}
      />
      {request.kind !== 'urging' && request.kind !== 'dispatch' && (
        <Choice
          label={t('papers.period')}
          value={request.every ?? NONE}
          values={[NONE, ...PERIOD_NAMES]}
          name={(name) => (name === NONE ? t('papers.now') : t(`period.${name as (typeof PERIOD_NAMES)[number]}`))}
          onChange={(every) => change({ every: every === NONE ? null : (every as PaperRequest['every']) })}
        />
      )}
      {request.every !== null && (
        <DayField label={t('papers.as-of')} value={request.asOf} onChange={(asOf) => change({ asOf })} />
      )}
      {request.kind === 'urging' && (
        <DayField
          label={t('papers.answer-by')}
          value={request.answerBy}
          onChange={(answerBy) => change({ answerBy })}
        />
      )}
    </>
  );
}

/** Number, place and day, issuer, to whom. */
export function HeadFields({ request, change, layout, nextNumber }: Paper & { readonly nextNumber: number | null }) {
  const { t } = useSpeech();
  const code = layout?.codes[request.kind] ?? '';
  return (
    <fieldset className="paper-fields">
      <legend>{t('papers.head')}</legend>
      <UnitField
        key={`${request.party} ${request.issuer}`}
        label={t('papers.issuer')}
        party={request.party}
        value={request.issuer}
        onChange={(issuer) => change({ issuer })}
      />
      {layout?.restart !== 'none' && (
        <>
          <Words
            label={t('papers.notation')}
            value={request.notation}
            hint={code === '' ? '' : `${code}-…`}
            onChange={(notation) => change({ notation })}
          />
          {layout?.restart === 'term' && (
            <Words label={t('papers.term')} value={request.term} onChange={(term) => change({ term })} />
          )}
          <Checkbox
            className="checkbox"
            isSelected={request.number === 'next'}
            onChange={(take) => change({ number: take ? 'next' : null })}
          >
            <span className="checkbox-box" aria-hidden>
              ✓
            </span>
            {t('papers.reserve', { number: nextNumber ?? '…' })}
          </Checkbox>
        </>
      )}
      <Words label={t('papers.place')} value={request.place} onChange={(place) => change({ place })} />
      <DayField label={t('papers.day')} value={request.date} onChange={(date) => change({ date })} />
      <LinesField
        label={t('papers.addressees')}
        rows={2}
        value={request.addressees.join('\n')}
        onChange={(text) => change({ addressees: text === '' ? [] : linesOf(text) })}
      />
    </fieldset>
  );
}

/** Who signs, who gets it, how large the annex is. */
export function FootFields({ request, change }: Part) {
  const { t } = useSpeech();
  return (
    <fieldset className="paper-fields">
      <legend>{t('papers.foot')}</legend>
      <Words
        label={t('papers.authority')}
        value={request.authority}
        hint="KT. GIÁM ĐỐC"
        onChange={(authority) => change({ authority })}
      />
      <Words label={t('papers.sign-title')} value={request.signTitle} onChange={(signTitle) => change({ signTitle })} />
      <Words label={t('papers.signer')} value={request.signer} onChange={(signer) => change({ signer })} />
      <LinesField
        label={t('papers.recipients')}
        rows={2}
        value={request.recipients.join('\n')}
        onChange={(text) => change({ recipients: text === '' ? [] : linesOf(text) })}
      />
      <Choice
        label={t('papers.annex')}
        value={request.annexSize}
        values={['A4', 'A3'] as const}
        name={(size) => size}
        onChange={(annexSize) => change({ annexSize })}
      />
    </fieldset>
  );
}

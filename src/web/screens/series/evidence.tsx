import { useState } from 'react';
import { Button } from 'react-aria-components';
import { formatNumber } from '../../../i18n/index.ts';
import { daysBetween } from '../../../kernel/index.ts';
import { CARD_EVIDENCE, REQUEST_OUTCOMES } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { newPartId } from '../../data/tasks.ts';
import { Choice } from '../../parts/choice.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { FormWindow } from '../../parts/form-window.tsx';
import { lacking } from '../../parts/missing.tsx';
import { useSeriesText } from '../../parts/series-text.ts';
import { today } from '../../parts/today.ts';
import { WordsField } from '../../parts/words-field.tsx';
import type { SeriesProps } from './use-series.ts';

type Closable = Pick<SeriesProps, 'act'> & { readonly onClose: () => void };

function EvidenceWindow({ act, onClose }: Closable) {
  const { t } = useSpeech();
  const [what, setWhat] = useState<(typeof CARD_EVIDENCE)[number]>('held');
  const [day, setDay] = useState<string | null>(today());
  const [source, setSource] = useState('');
  const [count, setCount] = useState('');
  const total = Number.parseInt(count, 10);
  const evidence = { id: newPartId(), what, day: day ?? '', source, count: Number.isInteger(total) ? total : null };
  return (
    <FormWindow
      title={t('series-action.add-evidence')}
      save={t('series-action.add-evidence')}
      missing={lacking([day !== null, t('series.day')], [source.trim() !== '', t('series.source')])}
      onClose={onClose}
      onSave={() => act({ type: 'add-evidence', evidence })}
    >
      <Choice
        label={t('series.what')}
        value={what}
        values={CARD_EVIDENCE}
        name={(one) => t(`card-evidence.${one}`)}
        onChange={setWhat}
      />
      <DayField label={t('series.day')} value={day} onChange={setDay} />
      <WordsField label={t('series.source')} value={source} onChange={setSource} />
      <WordsField label={t('series.count')} value={count} onChange={setCount} />
    </FormWindow>
  );
}

/** What shows, with its day, that the mechanism does what was agreed. */
export function EvidenceList({ detail, act }: SeriesProps) {
  const { locale, t } = useSpeech();
  const say = useSeriesText();
  const [adding, setAdding] = useState(false);
  return (
    <section>
      <h2>{t('series.evidence')}</h2>
      {detail.evidence.length === 0 && <p className="soft">{t('series.no-evidence')}</p>}
      <ul className="card-list">
        {detail.evidence
          .toSorted((a, b) => (a.day < b.day ? 1 : -1))
          .map((one) => (
            <li key={one.id}>
              <span className="soft small">{say.day(one.day)}</span> {t(`card-evidence.${one.what}`)}
              {one.count !== null && <b> {formatNumber(locale, one.count)}</b>}{' '}
              {/^https?:\/\//.test(one.source) ? (
                <a href={one.source} rel="noreferrer noopener" target="_blank">
                  {new URL(one.source).hostname}
                </a>
              ) : (
                <span dir="auto">{one.source}</span>
              )}
            </li>
          ))}
      </ul>
      {detail.actions.includes('add-evidence') && (
        <Button className="button small" onPress={() => setAdding(true)}>
          {t('series-action.add-evidence')}
        </Button>
      )}
      {adding && <EvidenceWindow act={act} onClose={() => setAdding(false)} />}
    </section>
  );
}

function RequestWindow({ act, request, onClose }: Closable & { readonly request: string | null }) {
  const { t } = useSpeech();
  const [number, setNumber] = useState('');
  const [day, setDay] = useState<string | null>(today());
  const [outcome, setOutcome] = useState<(typeof REQUEST_OUTCOMES)[number]>('done');
  const type = request === null ? 'open-request' : 'close-request';
  const save = () =>
    request === null
      ? act({ type: 'open-request', request: { id: newPartId(), number: number.trim(), opened: day ?? '' } })
      : act({ type: 'close-request', request, day: day ?? '', outcome });
  return (
    <FormWindow
      title={t(`series-action.${type}`)}
      save={t(`series-action.${type}`)}
      missing={lacking(
        [request !== null || /^[\p{L}\p{N}./-]{1,40}$/u.test(number.trim()), t('series.request-number')],
        [day !== null, t('series.day')],
      )}
      onClose={onClose}
      onSave={save}
    >
      {request === null && <WordsField label={t('series.request-number')} value={number} onChange={setNumber} />}
      <DayField label={t('series.day')} value={day} onChange={setDay} />
      {request !== null && (
        <Choice
          label={t('series.outcome')}
          value={outcome}
          values={REQUEST_OUTCOMES}
          name={(one) => t(`request-outcome.${one}`)}
          onChange={setOutcome}
        />
      )}
    </FormWindow>
  );
}

/** Requests of cases by number and age alone, the oldest open one first; only where cases are what the mechanism is about. */
export function Requests({ detail, act }: SeriesProps) {
  const { t } = useSpeech();
  const say = useSeriesText();
  const [asking, setAsking] = useState<{ readonly request: string | null } | null>(null);
  if (detail.requests.length === 0 && !detail.keptOut.includes('case-content')) return null;
  const can = detail.actions.includes('open-request');
  return (
    <section>
      <h2>{t('series.requests')}</h2>
      <ul className="card-list">
        {detail.requests
          .toSorted((a, b) => Number(a.closed !== null) - Number(b.closed !== null) || (a.opened < b.opened ? -1 : 1))
          .map((one) => (
            <li key={one.id}>
              <b>{one.number}</b> <span className="soft small">{say.day(one.opened)}</span>{' '}
              {one.outcome ? (
                <span>{t(`request-outcome.${one.outcome}`)}</span>
              ) : (
                <span>{t('series.request-age', { count: daysBetween(one.opened, detail.day) })}</span>
              )}
              {can && one.closed === null && (
                <Button className="button small quiet" onPress={() => setAsking({ request: one.id })}>
                  {t('series-action.close-request')}
                </Button>
              )}
            </li>
          ))}
      </ul>
      {can && (
        <Button className="button small" onPress={() => setAsking({ request: null })}>
          {t('series-action.open-request')}
        </Button>
      )}
      {asking && <RequestWindow act={act} request={asking.request} onClose={() => setAsking(null)} />}
    </section>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'react-aria-components';
import { formatDate, formatList, formatNumber } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { useMay } from '../../data/session.ts';
import { referencesQuery, type Unplaced, usePlaceReference } from '../../data/sides.ts';
import { useErrorText } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';

type Place = Parameters<ReturnType<typeof usePlaceReference>['mutate']>[0]['place'];

function usePlacing(): { readonly pending: boolean; readonly put: (one: Unplaced, place: Place) => void } {
  const say = useErrorText();
  const { isPending, mutate } = usePlaceReference();
  const put = ({ partner, key }: Unplaced, place: Place) =>
    mutate({ partner, key, place }, { onError: (error) => toast({ text: say(error), tone: 'failure' }) });
  return { pending: isPending, put };
}

/** The words, whose they are, and what is shared about them. */
function Words({ one }: { readonly one: Unplaced }) {
  const { locale, t } = useSpeech();
  const about = one.about.map(({ kind, title }) =>
    kind === 'task' ? t('references.task', { title }) : t('references.reading'),
  );
  return (
    <>
      <q lang={one.language} dir="auto">
        {one.quote}
      </q>
      <p className="small soft" dir="auto">
        {one.partnerName} ({one.party}) · {formatList(locale, [...new Set(about)])} · {one.title}
        {one.date && `, ${formatDate(locale, one.date)}`} {one.path}
      </p>
    </>
  );
}

function Open({ one }: { readonly one: Unplaced }) {
  const { locale, t } = useSpeech();
  const may = useMay('exchange');
  const { pending, put } = usePlacing();
  return (
    <li className="unplaced">
      <Words one={one} />
      {!one.workHere && <p className="small">{t('references.work-missing')}</p>}
      {one.workHere && one.proposals.length === 0 && <p className="small">{t('references.no-proposal')}</p>}
      <ul className="unplaced-proposals">
        {one.proposals.map(({ id, quote, language, path, likeness }) => (
          <li key={id}>
            <span>
              <Link to="/commitments/$id" params={{ id }} lang={language} dir="auto">
                {quote}
              </Link>{' '}
              <span className="soft small">
                {path} {t('references.likeness', { percent: formatNumber(locale, Math.round(likeness * 100)) })}
              </span>
            </span>
            {may && (
              <Button
                className="button small primary"
                isDisabled={pending}
                onPress={() => put(one, { commitment: id })}
              >
                {t('references.this-one')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {may && (
        <Button className="button small quiet" isDisabled={pending} onPress={() => put(one, 'none')}>
          {t('references.none-of-ours')}
        </Button>
      )}
    </li>
  );
}

/** Commitments other nodes speak of that the rules could not place, for a person to say which of ours they are. */
export function UnplacedReferences() {
  const { t } = useSpeech();
  const may = useMay('exchange');
  const { data } = useQuery(referencesQuery);
  const { pending, put } = usePlacing();
  const open = data?.rows.filter(({ found }) => found === 'open') ?? [];
  const placed = data?.rows.filter(({ found }) => found !== 'open') ?? [];
  if (open.length + placed.length === 0) return null;
  return (
    <section className="unplaced-list" aria-labelledby="unplaced">
      {open.length > 0 && (
        <>
          <h2 id="unplaced">{t('references.title')}</h2>
          <p className="soft small">{t('references.explain')}</p>
          <ul>
            {open.map((one) => (
              <Open key={`${one.partner} ${one.key}`} one={one} />
            ))}
          </ul>
        </>
      )}
      {placed.length > 0 && (
        <details>
          <summary id={open.length > 0 ? undefined : 'unplaced'}>{t('references.placed')}</summary>
          <ul>
            {placed.map((one) => (
              <li key={`${one.partner} ${one.key}`} className="unplaced">
                <Words one={one} />
                <span className="unplaced-steps">
                  {one.commitment === null ? (
                    <span className="soft small">{t('references.set-aside')}</span>
                  ) : (
                    <Link className="small" to="/commitments/$id" params={{ id: one.commitment }}>
                      {t('reader.open-commitment')}
                    </Link>
                  )}
                  {may && (
                    <Button className="button small" isDisabled={pending} onPress={() => put(one, 'open')}>
                      {t('references.open-again')}
                    </Button>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

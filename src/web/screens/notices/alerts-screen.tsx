import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useSpeech } from '../../app/locale.tsx';
import { type AlertFeeds, alertFeedsQuery, useAlertFeedStep, useOwnParties } from '../../data/notices.ts';
import { useMay } from '../../data/session.ts';
import { BothTimes } from '../../parts/both-times.tsx';
import { FormWindow } from '../../parts/form-window.tsx';
import { Empty, Failure, Skeleton } from '../../parts/states.tsx';
import { useTry } from '../../parts/use-try.ts';
import { WordsField } from '../../parts/words-field.tsx';
import './notices.css';
import { lacking } from '../../parts/missing.tsx';

/** Warnings that others publish: what came in the feeds that are asked, each to be looked at by a person. */
export function AlertsScreen() {
  const { t } = useSpeech();
  const keeps = useMay('keep-partners');
  const { data, error, refetch } = useQuery(alertFeedsQuery);
  const [adding, setAdding] = useState(false);
  return (
    <div className="page">
      <title>{`${t('alerts.title')} · Servanda`}</title>
      <div className="notices-head">
        <h1>{t('alerts.title')}</h1>
        {keeps && (
          <Button className="button" onPress={() => setAdding(true)}>
            <Plus size={16} aria-hidden />
            {t('alerts.add')}
          </Button>
        )}
      </div>
      <p className="soft alerts-explain">{t('alerts.explain')}</p>
      {error && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={6} />}
      {data && data.feeds.length === 0 && (
        <Empty title={t('alerts.none')}>
          <p>{t(keeps ? 'alerts.none-add' : 'alerts.none-ask')}</p>
        </Empty>
      )}
      {data && data.feeds.length > 0 && <Feeds data={data} keeps={keeps} />}
      {data && data.feeds.length > 0 && <Entries data={data} />}
      {adding && <FeedWindow onClose={() => setAdding(false)} />}
    </div>
  );
}

function Feeds({ data, keeps }: { readonly data: AlertFeeds; readonly keeps: boolean }) {
  const { t } = useSpeech();
  const attempt = useTry();
  const { end } = useAlertFeedStep();
  const own = useOwnParties();
  return (
    <ul className="alert-feeds">
      {data.feeds.map(({ id, name, url, askedAt, failure }) => (
        <li key={id}>
          <b>{name}</b>
          <span className="soft small alert-url">{url}</span>
          {failure ? (
            <span className="failure-text">{t('alerts.failing', { reason: failure })}</span>
          ) : (
            <span className="soft small">
              {askedAt ? <BothTimes at={askedAt} parties={own} /> : t('alerts.not-asked')}
            </span>
          )}
          {keeps && (
            <Button
              className="button quiet small icon"
              aria-label={t('alerts.end', { name })}
              onPress={() => void attempt(() => end(id))}
            >
              <X size={14} aria-hidden />
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function Entries({ data }: { readonly data: AlertFeeds }) {
  const { t } = useSpeech();
  const [all, setAll] = useState(false);
  const waiting = data.entries.filter(
    ({ state, expiresAt }) => state === 'new' && !(expiresAt && expiresAt < data.now),
  );
  const shown = all ? data.entries : waiting;
  return (
    <>
      <div className="notices-narrow">
        <Button className="button small" aria-pressed={all} onPress={() => setAll(!all)}>
          {t('alerts.all', { count: data.entries.length })}
        </Button>
      </div>
      {shown.length === 0 && <p className="soft">{t('alerts.nothing-new')}</p>}
      <ul className="notice-list">
        {shown.map((entry) => (
          <Entry key={entry.id} entry={entry} data={data} />
        ))}
      </ul>
    </>
  );
}

function Entry({ entry, data }: { readonly entry: AlertFeeds['entries'][number]; readonly data: AlertFeeds }) {
  const { t } = useSpeech();
  const attempt = useTry();
  const may = useMay('keep-water');
  const own = useOwnParties();
  const { settle } = useAlertFeedStep();
  const { id, title, feed, state, errors, cameAt, expiresAt, notice } = entry;
  const over = expiresAt !== null && expiresAt < data.now;
  return (
    <li className={`notice-line ${state === 'new' && !over ? 'open' : 'ended'}`}>
      <p>
        <b dir="auto">{title || t('alerts.untitled')}</b>
        <span className="soft">{data.feeds.find((one) => one.id === feed)?.name}</span>
        {state !== 'new' && <span className="notice-standing">{t(`alert-state.${state}`)}</span>}
        {over && <span className="soft">{t('alerts.over')}</span>}
        {errors > 0 && <span className="failure-text">{t('alerts.faulty', { count: errors })}</span>}
      </p>
      <span className="small soft">
        <BothTimes at={cameAt} parties={own} />
      </span>
      <p>
        {notice && (
          <Link className="button small" to="/notices/$id" params={{ id: notice }}>
            {t('alerts.notice')}
          </Link>
        )}
        {may && state !== 'used' && (
          <>
            {errors === 0 && (
              <Link className="button small" to="/notices/new" search={{ alert: id }}>
                {t('alerts.begin')}
              </Link>
            )}
            <Button
              className="button small"
              onPress={() => void attempt(() => settle(id, { state: state === 'new' ? 'aside' : 'new', notice: null }))}
            >
              {t(state === 'new' ? 'alerts.aside' : 'alerts.back')}
            </Button>
          </>
        )}
      </p>
    </li>
  );
}

function FeedWindow({ onClose }: { readonly onClose: () => void }) {
  const { t } = useSpeech();
  const attempt = useTry();
  const { add } = useAlertFeedStep();
  const [name, setName] = useState('');
  const [url, setUrl] = useState('');
  return (
    <FormWindow
      title={t('alerts.add')}
      save={t('form.save')}
      missing={lacking([name.trim() !== '', t('alerts.name')], [/^https?:\/\/\S+$/.test(url.trim()), t('alerts.url')])}
      onClose={onClose}
      onSave={() => attempt(() => add({ name: name.trim(), url: url.trim() }))}
    >
      <p className="soft small">{t('alerts.add-explain')}</p>
      <WordsField label={t('alerts.name')} value={name} onChange={setName} />
      <WordsField label={t('alerts.url')} value={url} onChange={setUrl} />
    </FormWindow>
  );
}

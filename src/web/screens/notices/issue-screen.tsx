import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useSpeech } from '../../app/locale.tsx';
import { type AlertFile, channelsQuery, dutyQuery, noticeQuery, useOwnParties } from '../../data/notices.ts';
import { Empty, Failure, Skeleton } from '../../parts/states.tsx';
import { CapFindings } from './cap-findings.tsx';
import { useAlert } from './from-alert.ts';
import { FromCap } from './from-cap.tsx';
import { useCrossing } from './from-crossing.ts';
import { IssueForm } from './issue-form.tsx';
import './notices.css';

/** Writes a notice: a new one, one that changes what was sent, or one that follows another. */
export function IssueScreen() {
  const { t } = useSpeech();
  const search = useSearch({ from: '/notice-pages/notices/new' });
  const earlier = search.update ?? search.after;
  const channels = useQuery(channelsQuery);
  const duty = useQuery(dutyQuery);
  const before = useQuery({ ...noticeQuery(earlier ?? ''), enabled: earlier !== undefined, refetchInterval: false });
  const own = useOwnParties();
  const [draft, setDraft] = useState<AlertFile['draft']>(null);
  // Each file begins the form anew.
  const [drafts, setDrafts] = useState(0);
  const error = channels.error ?? duty.error ?? before.error;
  const crossing = useCrossing(search);
  const alert = useAlert(search.alert);
  const ready =
    channels.data &&
    duty.data &&
    (earlier === undefined || before.data) &&
    (search.water === undefined || crossing) &&
    (search.alert === undefined || alert);
  return (
    <div className="page">
      <title>{`${t('notices.new')} · Servanda`}</title>
      <h1>{t(search.update ? 'notices.update' : 'notices.new')}</h1>
      {error && <Failure error={error} />}
      {!ready && !error && <Skeleton lines={8} />}
      {ready && own.length === 0 && (
        <Empty title={t('notices.no-channel')}>
          <p>{t('notices.no-channel-explain')}</p>
        </Empty>
      )}
      {alert && (
        <div className="issue-from-cap small">
          {alert.draft === null && <p className="failure-text">{t('alerts.unreadable')}</p>}
          <CapFindings findings={alert.findings} />
        </div>
      )}
      {ready && own.length > 0 && earlier === undefined && (
        <FromCap
          onDraft={(read) => {
            setDraft(read);
            setDrafts(drafts + 1);
          }}
        />
      )}
      {ready && own.length > 0 && (
        <IssueForm
          key={drafts}
          draft={draft ?? crossing?.draft ?? alert?.draft ?? null}
          onSent={crossing?.settle ?? alert?.settle ?? null}
          channels={channels.data.rows.filter(
            ({ ended, parties }) => !ended && parties.some((one) => own.includes(one)),
          )}
          posts={duty.data.rows}
          own={own}
          before={before.data?.notice ?? null}
          updates={search.update !== undefined}
        />
      )}
    </div>
  );
}

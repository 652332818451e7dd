import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import { useSpeech } from '../../app/locale.tsx';
import { channelsThenQuery, dutyThenQuery } from '../../data/notices.ts';
import { AsOf, useMayNow } from '../../parts/as-of.tsx';
import { Empty, Failure, Skeleton } from '../../parts/states.tsx';
import { ChannelCard } from './channel-card.tsx';
import { ChannelWindow } from './channel-windows.tsx';
import { PostCard } from './post-card.tsx';
import { PostWindow } from './post-windows.tsx';
import './rosters.css';

/** Channels with their ends and limits, duty posts with their rosters, and what of it needs somebody. */
export function RosterScreen() {
  const { t } = useSpeech();
  const { asOf } = useSearch({ from: '/notice-pages/duty/roster' });
  const duty = useQuery(dutyThenQuery(asOf));
  const channels = useQuery(channelsThenQuery(asOf));
  const keeps = useMayNow('decide');
  const [window, setWindow] = useState<ReactNode>(null);
  const close = () => setWindow(null);
  const error = duty.error ?? channels.error;
  const posts = duty.data?.rows ?? [];
  const lacks = {
    gaps: posts.filter(({ roster }) => roster !== null && roster.gaps.length > 0).length,
    contacts: posts.filter(({ contact }) => contact.standing !== 'confirmed').length,
    tests: (channels.data?.rows ?? []).filter(({ tests }) => Object.values(tests).some((one) => one !== 'answered'))
      .length,
  };
  return (
    <div className="page">
      <title>{`${t('notices.rosters')} · Servanda`}</title>
      <div className="rosters-head">
        <h1>{t('notices.rosters')}</h1>
        {(['gaps', 'contacts', 'tests'] as const).map((one) => (
          <span key={one} className={lacks[one] > 0 ? 'failure-text' : 'soft'}>
            {t(`roster-lacks.${one}`, { count: lacks[one] })}
          </span>
        ))}
      </div>
      <div className="list-bar">
        <AsOf value={asOf} />
      </div>
      {error && <Failure error={error} />}
      {(!duty.data || !channels.data) && !error && <Skeleton lines={8} />}
      {channels.data && (
        <section aria-labelledby="channels">
          <h2 id="channels">
            {t('roster.channels')}
            {keeps && (
              <Button className="button small" onPress={() => setWindow(<ChannelWindow row={null} onClose={close} />)}>
                <Plus size={14} aria-hidden />
                {t('roster.new-channel')}
              </Button>
            )}
          </h2>
          {channels.data.rows.length === 0 && (
            <Empty title={t('roster.no-channel')}>
              <p>{t('roster.no-channel-explain')}</p>
            </Empty>
          )}
          <ul className="rosters">
            {channels.data.rows.map((row) => (
              <ChannelCard key={row.id} row={row} named={channels.data.named} posts={posts} show={setWindow} />
            ))}
          </ul>
        </section>
      )}
      {duty.data && (
        <section aria-labelledby="posts">
          <h2 id="posts">
            {t('roster.posts')}
            {keeps && (
              <Button className="button small" onPress={() => setWindow(<PostWindow row={null} onClose={close} />)}>
                <Plus size={14} aria-hidden />
                {t('roster.new-post')}
              </Button>
            )}
          </h2>
          <ul className="rosters">
            {posts.map((row) => (
              <PostCard key={row.id} row={row} now={duty.data.now} ahead={duty.data.ahead} show={setWindow} />
            ))}
          </ul>
        </section>
      )}
      {window}
    </div>
  );
}

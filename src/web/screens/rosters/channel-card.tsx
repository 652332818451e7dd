import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useSpeech } from '../../app/locale.tsx';
import { call } from '../../client.ts';
import { type ChannelRow, type PostRow, useDutyStep, useOwnParties } from '../../data/notices.ts';
import { ChannelFigures } from '../../parts/channel-figures.tsx';
import { useNoticeText } from '../../parts/notice-text.ts';
import { useTry } from '../../parts/use-try.ts';
import { ChannelWindow, LimitWindow, LineWindow } from './channel-windows.tsx';

/** One channel: both ends, the limits agreed or on the table, this month's test call, and what it did. */
export function ChannelCard({
  row,
  named,
  posts,
  show,
}: {
  readonly row: ChannelRow;
  readonly named: readonly { readonly id: string; readonly quote: string; readonly language: string }[];
  readonly posts: readonly PostRow[];
  readonly show: (window: ReactNode) => void;
}) {
  const { t } = useSpeech();
  const say = useNoticeText();
  const attempt = useTry();
  const step = useDutyStep();
  const own = useOwnParties();
  const close = () => show(null);
  const nameOf = (id: string) => posts.find((post) => post.id === id)?.name ?? id;
  const keeps = row.actions.includes('line');
  const agree = (limit: ChannelRow['limits'][number], party: string) =>
    attempt(() =>
      step(() =>
        call('actOnChannel', {
          params: { id: row.id },
          body: {
            version: row.version,
            body: { type: 'agree-limit', party, of: limit.type, clock: limit.clock, minutes: limit.minutes },
          },
        }),
      ),
    );
  return (
    <li className="roster-card">
      <p className="roster-line">
        <b>{say.channel(row)}</b>
        <span className="soft">{say.parties(row.parties)}</span>
        {row.ended && <span className="failure-text">{t('roster.ended')}</span>}
        {row.actions.includes('describe') && (
          <Button className="button small quiet" onPress={() => show(<ChannelWindow row={row} onClose={close} />)}>
            {t('roster.describe')}
          </Button>
        )}
      </p>
      <p className="small soft">{row.types.map(say.type).join(' · ')}</p>
      <ul className="channel-ends">
        {row.parties.map((party) => {
          const line = row.lines[party];
          const standing = row.tests[party] ?? 'missing';
          return (
            <li key={party}>
              <b>{say.party(party)}</b>
              <span className={line?.posts.length ? '' : 'failure-text'}>
                {line?.posts.length ? line.posts.map(nameOf).join(' → ') : t('roster.no-line')}
              </span>
              <span className={line?.chief ? 'soft' : 'failure-text'}>
                {line?.chief ? t('roster.chief', { name: nameOf(line.chief) }) : t('roster.no-chief')}
              </span>
              <span className={standing === 'answered' ? 'soft' : 'failure-text'}>
                {t(`test-standing.${standing}`)}
              </span>
              {keeps && own.includes(party) && (
                <Button
                  className="button small"
                  onPress={() => show(<LineWindow row={row} party={party} posts={posts} onClose={close} />)}
                >
                  {t('roster.set-line')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <ul className="roster-gaps">
        {row.limits.map((limit) => {
          const open = row.parties.filter((party) => !limit.agreed.includes(party));
          return (
            <li key={`${limit.type}-${limit.clock}`} className="roster-line">
              <span>
                {say.type(limit.type)} · {t(`notice-clock.${limit.clock}`)}: <b>{say.length(limit.minutes)}</b>
              </span>
              <span className="soft">{limit.source}</span>
              {open.length === 0 ? (
                <span className="soft">{t('roster.agreed')}</span>
              ) : (
                <span className="failure-text">{t('roster.not-agreed-by', { party: say.parties(open) })}</span>
              )}
              {keeps &&
                open
                  .filter((party) => own.includes(party))
                  .map((party) => (
                    <Button key={party} className="button small" onPress={() => void agree(limit, party)}>
                      {t('roster.agree', { party: say.party(party) })}
                    </Button>
                  ))}
            </li>
          );
        })}
        {row.limits.length === 0 && <li className="soft">{t('roster.no-limits')}</li>}
      </ul>
      {keeps && (
        <Button className="button small" onPress={() => show(<LimitWindow row={row} own={own} onClose={close} />)}>
          {t('roster.propose-limit')}
        </Button>
      )}
      <ChannelFigures row={row} />
      {row.commitments.map((id) => {
        const commitment = named.find((one) => one.id === id);
        return (
          commitment && (
            <Link key={id} className="small" to="/commitments/$id" params={{ id }}>
              <q lang={commitment.language} dir="auto">
                {commitment.quote}
              </q>
            </Link>
          )
        );
      })}
    </li>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Bell, BellOff, Plus, Printer } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { wallTime } from '../../../notices/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { recall, remember } from '../../app/memory.ts';
import {
  channelsQuery,
  dutyQuery,
  type NoticeRow,
  noticesQuery,
  useActOnNotice,
  useOwnParties,
  useZones,
} from '../../data/notices.ts';
import { Choice } from '../../parts/choice.tsx';
import { useServerNow } from '../../parts/notice-clock.tsx';
import { useNoticeText } from '../../parts/notice-text.ts';
import { Empty, Failure, Skeleton } from '../../parts/states.tsx';
import { useKeys } from '../../parts/use-keys.ts';
import { useTry } from '../../parts/use-try.ts';
import { DutyCard } from './duty-card.tsx';
import { DutyLog } from './duty-log.tsx';
import { useAlarm, useSound } from './use-alarm.ts';
import './duty.css';

/** The clocks on the wall: one for each side, with what each is ahead of universal time. */
function WallClocks({ parties, now }: { readonly parties: readonly string[]; readonly now: number }) {
  const { t } = useSpeech();
  const say = useNoticeText();
  const zone = useZones();
  return (
    <ul className="wall-clocks">
      {parties.map((party) => {
        const { time, offset, daylight } = wallTime(new Date(now).toISOString(), zone(party));
        return (
          <li key={party}>
            <b>{time}</b>
            <span>
              {say.party(party)} {offset}
              {daylight && ` ${t('notices.daylight')}`}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** The desk this machine stands at: asked once, kept here; until then one of a side that is waited for. */
function useDesk(rows: readonly NoticeRow[]) {
  const { data } = useQuery(dutyQuery);
  const own = useOwnParties();
  const [chosen, setChosen] = useState(() => recall('duty-post'));
  const lines = (useQuery(channelsQuery).data?.rows ?? []).flatMap((one) =>
    own.flatMap((party) => one.lines[party]?.posts ?? []),
  );
  const place = ({ id }: { readonly id: string }) => (lines.includes(id) ? lines.indexOf(id) : lines.length);
  const posts = (data?.rows ?? []).filter(({ party }) => own.includes(party)).sort((a, b) => place(a) - place(b));
  const awaited = (party: string) => rows.some(({ actions }) => actions[party]?.includes('acknowledge'));
  const desk = posts.find(({ id }) => id === chosen) ?? posts.find(({ party }) => awaited(party)) ?? posts[0];
  const choose = (id: string) => {
    setChosen(id);
    remember('duty-post', id);
  };
  return { desk, posts, choose, party: desk?.party ?? own[0] ?? null };
}

/** Notices that wait for the desk first, of these the one whose clock ends first. */
function inUrgency(rows: readonly NoticeRow[], party: string | null): NoticeRow[] {
  const waits = (row: NoticeRow) => row.actions[party ?? '']?.includes('acknowledge') ?? false;
  const end = ({ clocks }: NoticeRow) =>
    clocks.find(({ clock, standing }) => clock === 'acknowledge' && /running|overdue/.test(standing))?.deadline ?? '9';
  const rank = (row: NoticeRow) => (waits(row) ? 0 : 2) + (row.notice.mode === 'exercise' ? 1 : 0);
  return rows.toSorted((a, b) => rank(a) - rank(b) || (end(a) < end(b) ? -1 : 1));
}

/** The desk of a duty officer: what is open, whose clock runs, and one key to acknowledge it. */
export function DutyScreen() {
  const { t } = useSpeech();
  const say = useNoticeText();
  const attempt = useTry();
  const { data, error, refetch } = useQuery(noticesQuery({ standing: 'open' }));
  const { desk, posts, choose, party } = useDesk(data?.rows ?? []);
  const recent = useQuery(noticesQuery({})).data;
  const { mutateAsync } = useActOnNotice();
  const now = useServerNow(data?.now);
  const rows = inUrgency(data?.rows ?? [], party);
  const waiting = rows.filter((row) => row.actions[party ?? '']?.includes('acknowledge'));
  // A drill shows on the page and leaves the room quiet.
  const real = waiting.filter(({ notice }) => notice.mode === 'normal');
  const overdue = real.some(({ clocks }) => clocks.some(({ standing }) => standing === 'overdue'));
  // What we sent and nobody there has read in time: told here too, without a sound of its own.
  const unread = rows.filter(
    ({ notice, clocks }) =>
      notice.mode === 'normal' &&
      notice.from.party === party &&
      clocks.some(({ clock, standing }) => clock === 'acknowledge' && standing === 'overdue'),
  );
  const sound = useSound();
  const heading =
    real.length > 0
      ? t('duty.waiting', { count: real.length })
      : unread.length > 0
        ? t('duty.unread', { count: unread.length })
        : t('notices.duty');
  const title = useAlarm({ flashes: real.length + unread.length, rings: real.length, grave: overdue }, heading, sound);
  const acknowledge = ({ id, of }: NoticeRow) =>
    attempt(() => mutateAsync({ id, party: party ?? '', of, body: { type: 'acknowledge', post: desk?.id ?? null } }));
  const [first] = waiting;
  useKeys({ a: first && (() => void acknowledge(first)) });
  const sides = [
    ...new Set([
      ...(party ? [party] : []),
      ...rows.flatMap(({ notice }) => [notice.from.party, ...notice.to]),
      ...posts.map((post) => post.party),
    ]),
  ];
  return (
    <div className="page duty">
      <title>{`${title} · Servanda`}</title>
      <header className="duty-head">
        <h1>{t('notices.duty')}</h1>
        <WallClocks parties={sides.slice(0, 4)} now={now} />
        <div className="duty-tools">
          <Button className="button" aria-pressed={sound.wanted} onPress={() => sound.change(!sound.wanted)}>
            {sound.wanted ? <Bell size={16} aria-hidden /> : <BellOff size={16} aria-hidden />}
            {t(sound.wanted ? (sound.awake ? 'duty.sound-on' : 'duty.sound-asleep') : 'duty.sound-off')}
          </Button>
          <Link className="button" to="/notices/new" search={{}}>
            <Plus size={16} aria-hidden />
            {t('notices.new')}
          </Link>
          <Button className="button quiet" onPress={() => window.print()}>
            <Printer size={16} aria-hidden />
            {t('duty.print')}
          </Button>
        </div>
      </header>
      {desk && posts.length > 1 && (
        <div className="duty-desk">
          <Choice
            label={t('duty.desk')}
            value={desk.id}
            values={posts.map(({ id }) => id)}
            name={(id) => {
              const post = posts.find((one) => one.id === id);
              return post ? `${post.name} · ${say.party(post.party)}` : id;
            }}
            onChange={choose}
          />
        </div>
      )}
      <p className={`duty-state ${real.length > 0 ? 'waiting' : ''}`} role="status">
        {waiting.length > 0 ? t('duty.waiting', { count: waiting.length }) : t('duty.quiet')}
        {waiting.length > 0 && real.length === 0 && <span className="exercise-mark">{t('notices.exercise')}</span>}
      </p>
      {unread.length > 0 && (
        <p className="duty-state waiting" role="status">
          {t('duty.unread', { count: unread.length })}
        </p>
      )}
      {desk && (desk.contact.standing !== 'confirmed' || desk.roster?.now === null) && (
        <p className="facts">
          {desk.contact.standing !== 'confirmed' && (
            <span className="failure-text">{t(`contact-standing.${desk.contact.standing}`)}</span>
          )}
          {desk.roster?.now === null && <span className="failure-text">{t('roster.nobody')}</span>}
          <Link to="/duty/roster">{t('notices.rosters')}</Link>
        </p>
      )}
      {error && <Failure error={error} retry={() => void refetch()} />}
      <ul className="duty-cards">
        {rows.map((row) => (
          <DutyCard
            key={row.id}
            row={row}
            party={party}
            now={now}
            first={row === first}
            acknowledge={() => void acknowledge(row)}
          />
        ))}
      </ul>
      {data && rows.length === 0 && (
        <Empty title={t('duty.none')}>
          <p>{t('duty.none-explain')}</p>
        </Empty>
      )}
      {!data && !error && <Skeleton lines={6} />}
      {recent && <DutyLog rows={recent.rows} />}
    </div>
  );
}

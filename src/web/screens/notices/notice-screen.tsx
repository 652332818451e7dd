import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Download, Printer } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { LOCALES } from '../../../kernel/index.ts';
import { type NoticeFields, noticeType } from '../../../notices/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { channelsQuery, type NoticeDetail, noticeQuery, useActOnNotice } from '../../data/notices.ts';
import { AreaMap } from '../../parts/area-map.tsx';
import { BothTimes } from '../../parts/both-times.tsx';
import { NoticeClock, useServerNow } from '../../parts/notice-clock.tsx';
import { useNoticeText } from '../../parts/notice-text.ts';
import { Failure, Skeleton } from '../../parts/states.tsx';
import { useDesk } from '../../parts/use-desk.ts';
import { useTry } from '../../parts/use-try.ts';
import { Course, Notes, Pages } from './course.tsx';
import { type AskedDeed, DeedWindow } from './deed-window.tsx';
import { NoticeFieldList } from './notice-fields.tsx';
import './notices.css';

/** What the seat can do, side by side where it speaks for both. */
function Deeds({ detail, ask }: { readonly detail: NoticeDetail; readonly ask: (deed: AskedDeed) => void }) {
  const { t } = useSpeech();
  const say = useNoticeText();
  const attempt = useTry();
  const deskOf = useDesk();
  const { mutateAsync } = useActOnNotice();
  const { id, of, actions, notice } = detail.notice;
  const sides = Object.entries(actions).filter(([, verbs]) => verbs.length > 0);
  return (
    <>
      {sides.map(([party, verbs]) => (
        <div key={party} className="notice-deeds">
          {sides.length > 1 && <span className="soft">{say.party(party)}</span>}
          {verbs.map((verb) =>
            verb === 'acknowledge' ? (
              <Button
                key={verb}
                className="button primary"
                onPress={() =>
                  void attempt(() => mutateAsync({ id, party, of, body: { type: verb, post: deskOf(party) } }))
                }
              >
                {t('notice-verb.acknowledge')}
              </Button>
            ) : verb === 'update' ? (
              <Link key={verb} className="button" to="/notices/new" search={{ update: id }}>
                {t('notice-verb.update')}
              </Link>
            ) : (
              <Button key={verb} className="button" onPress={() => ask({ id, of, party, verb })}>
                {t(`notice-verb.${verb}`)}
              </Button>
            ),
          )}
        </div>
      ))}
      {notice.from.party in actions && (
        <Link className="button quiet" to="/notices/new" search={{ after: id }}>
          {t('notices.next')}
        </Link>
      )}
    </>
  );
}

/** One notice: what it says, its clocks, its whole course, and what can be done. */
export function NoticeScreen() {
  const { locale, t } = useSpeech();
  const say = useNoticeText();
  const { id } = useParams({ from: '/notice-pages/notices/$id' });
  const { data, error, refetch } = useQuery(noticeQuery(id));
  const channels = useQuery(channelsQuery).data?.rows ?? [];
  const now = useServerNow(data?.now);
  const [asking, setAsking] = useState<AskedDeed | null>(null);
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton lines={10} />;
  const { notice, issued, standing, clocks, references } = {
    ...data.notice,
    references: data.notice.notice.references,
  };
  const type = noticeType(notice.type);
  const sides = [notice.from.party, ...notice.to];
  const channel = channels.find((one) => one.id === notice.channel);
  const headline = say.said(notice);
  return (
    <div className="page notice-page">
      <title>{`${say.type(notice.type)} · Servanda`}</title>
      {notice.mode === 'exercise' && (
        <p className="exercise-banner">
          <span className="exercise-mark">{t('notices.exercise')}</span> {t('notices.exercise-explain')}
        </p>
      )}
      <header className="notices-head">
        <h1 lang={headline.language} dir="auto">
          {headline.headline}
        </h1>
        <span className={`notice-standing ${standing}`}>{t(`notice-standing.${standing}`)}</span>
      </header>
      <p className="facts soft">
        <b>{say.type(notice.type)}</b>
        <span>
          {say.party(notice.from.party)}
          {notice.from.postName && ` · ${notice.from.postName}`} → {say.parties(notice.to)}
        </span>
        <span>
          {t('notices.sent')} <BothTimes at={issued.at} parties={sides} />
        </span>
        {channel && <span>{say.channel(channel)}</span>}
        {notice.channel !== null && !channel && <span>{t('notices.channel-unknown')}</span>}
        {references.map((before, index) => (
          <Link key={before} to="/notices/$id" params={{ id: before }}>
            {t('notices.before', { number: index + 1 })}
          </Link>
        ))}
      </p>
      <ul className="notice-clocks">
        {clocks.map((clock) => (
          <NoticeClock key={`${clock.clock}-${clock.party}`} clock={clock} parties={sides} now={now} />
        ))}
      </ul>
      <div className="notice-bar">
        <Deeds detail={data} ask={setAsking} />
        <Button className="button quiet" onPress={() => window.print()}>
          <Printer size={16} aria-hidden />
          {t('duty.print')}
        </Button>
        <a className="button quiet" href={`/api/notices/${encodeURIComponent(id)}/cap`} download>
          <Download size={16} aria-hidden />
          {t('water-page.cap')}
        </a>
      </div>
      <div className="notice-columns">
        <section aria-labelledby="notice-said">
          <h2 id="notice-said">{t('notices.says')}</h2>
          {LOCALES.toSorted((a, b) => Number(b === locale) - Number(a === locale)).map((one) => {
            const text = notice.texts[one];
            return (
              text && (
                <div key={one} lang={one} className="notice-text">
                  <p>
                    <b>{text.headline}</b>
                  </p>
                  {text.instruction && <p className="notice-words">{text.instruction}</p>}
                </div>
              )
            );
          })}
          {type && <NoticeFieldList fields={notice.fields as NoticeFields} schema={type.fields} parties={sides} />}
          {notice.area && (
            <p>
              <span className="soft">{t('notices.area')}:</span> {notice.area.name}
            </p>
          )}
          {notice.area && <AreaMap area={notice.area} />}
        </section>
        <div>
          <Course detail={data} sides={sides} />
          <Pages pages={data.pages} sides={sides} />
          <Notes detail={data} />
        </div>
      </div>
      {asking && <DeedWindow deed={asking} onClose={() => setAsking(null)} />}
    </div>
  );
}

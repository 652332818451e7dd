import { Link } from '@tanstack/react-router';
import { useSpeech } from '../../app/locale.tsx';
import type { NoticeRow } from '../../data/notices.ts';
import { BothTimes } from '../../parts/both-times.tsx';
import { useNoticeText } from '../../parts/notice-text.ts';

const SHOWN = 40;

/** What went over the lines lately, as it is printed and handed to the next shift. */
export function DutyLog({ rows }: { readonly rows: readonly NoticeRow[] }) {
  const { t } = useSpeech();
  const say = useNoticeText();
  if (rows.length === 0) return null;
  return (
    <section className="duty-log" aria-labelledby="duty-log">
      <h2 id="duty-log">{t('duty.log')}</h2>
      <div className="table-scroll">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('notices.sent')}</th>
              <th scope="col">{t('notices.type')}</th>
              <th scope="col">{t('notices.headline')}</th>
              <th scope="col">{t('notices.way')}</th>
              <th scope="col">{t('notices.acknowledgement')}</th>
              <th scope="col">{t('notices.standing')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN).map((row) => {
              const { notice, acknowledged, issued } = row;
              const { language, headline } = say.said(notice);
              const clock = row.clocks.find((one) => one.clock === 'acknowledge');
              return (
                <tr key={row.id}>
                  <td>
                    <BothTimes at={issued.at} parties={[notice.from.party, ...notice.to]} />
                  </td>
                  <td>
                    {say.type(notice.type)}
                    {notice.mode === 'exercise' && <span className="small"> · {t('notices.exercise')}</span>}
                  </td>
                  <td>
                    <Link to="/notices/$id" params={{ id: row.id }} lang={language} dir="auto">
                      {headline}
                    </Link>
                  </td>
                  <td>
                    {say.party(notice.from.party)} → {say.parties(notice.to)}
                  </td>
                  <td>
                    {acknowledged.map((one) => `${one.postName || say.party(one.party)}`).join(', ')}
                    {clock && (
                      <span className="small soft">
                        {' '}
                        {clock.endedAt !== null && clock.minutes !== null
                          ? say.length(clock.minutes)
                          : t(`clock-standing.${clock.standing}`)}
                      </span>
                    )}
                  </td>
                  <td>{t(`notice-standing.${row.standing}`)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

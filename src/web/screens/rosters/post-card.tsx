import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useSpeech } from '../../app/locale.tsx';
import { call } from '../../client.ts';
import { type PostRow, useDutyStep } from '../../data/notices.ts';
import { BothTimes } from '../../parts/both-times.tsx';
import { useNoticeText } from '../../parts/notice-text.ts';
import { useTry } from '../../parts/use-try.ts';
import { PostWindow, RotationWindow, ShiftWindow } from './post-windows.tsx';

type Roster = NonNullable<PostRow['roster']>;

/** The days ahead as one strip: each turn a block, each gap hatched. */
function Strip({ roster, now, ahead }: { readonly roster: Roster; readonly now: string; readonly ahead: number }) {
  const { t } = useSpeech();
  const begin = new Date(now).getTime();
  const length = ahead * 86_400_000;
  const place = (from: string, until: string) => {
    const [start, end] = [from, until].map((at) => Math.min(1, Math.max(0, (new Date(at).getTime() - begin) / length)));
    return { insetInlineStart: `${(start ?? 0) * 100}%`, width: `${((end ?? 0) - (start ?? 0)) * 100}%` };
  };
  return (
    <div className="roster-strip" role="img" aria-label={t('roster-lacks.gaps', { count: roster.gaps.length })}>
      {roster.shifts.map(({ id, from, until, name }) => (
        <span key={id} className="turn" style={place(from, until)} title={name} />
      ))}
      {roster.gaps.map(({ from, until }) => (
        <span key={from} className="gap" style={place(from, until)} title={t('roster.gap')} />
      ))}
    </div>
  );
}

/** One desk: how it is reached, who sits there, and when nobody does. */
export function PostCard({
  row,
  now,
  ahead,
  show,
}: {
  readonly row: PostRow;
  readonly now: string;
  readonly ahead: number;
  readonly show: (window: ReactNode) => void;
}) {
  const { t } = useSpeech();
  const say = useNoticeText();
  const attempt = useTry();
  const step = useDutyStep();
  const { roster, contact, actions } = row;
  const close = () => show(null);
  const confirm = () =>
    attempt(() =>
      step(() =>
        call('actOnPost', { params: { id: row.id }, body: { version: row.version, body: { type: 'confirm' } } }),
      ),
    );
  return (
    <li className="roster-card">
      <p className="roster-line">
        <b>{row.name}</b>
        <span className="soft">{say.party(row.party)}</span>
        <span>{row.phone}</span>
        <span>{row.mail}</span>
        <span className="soft">{row.zone}</span>
      </p>
      <p className="roster-line">
        <span className={contact.standing === 'confirmed' ? 'soft' : 'failure-text'}>
          {t(`contact-standing.${contact.standing}`)}
        </span>
        {row.confirmedAt && (
          <span className="soft">
            <BothTimes at={row.confirmedAt} parties={[row.party]} />
          </span>
        )}
        {roster && (
          <span className={roster.now ? '' : 'failure-text'}>
            {roster.now ? t('roster.on-duty', { name: roster.now.name }) : t('roster.nobody')}
          </span>
        )}
      </p>
      {roster && <Strip roster={roster} now={now} ahead={ahead} />}
      {roster && roster.gaps.length > 0 && (
        <ul className="roster-gaps">
          {roster.gaps.slice(0, 4).map(({ from, until }) => (
            <li key={from} className="failure-text">
              {t('roster.gap')}: <BothTimes at={from} parties={[row.party]} /> –{' '}
              <BothTimes at={until} parties={[row.party]} />
            </li>
          ))}
        </ul>
      )}
      <div className="roster-line">
        {actions.includes('confirm') && (
          <Button
            className={`button small ${contact.standing === 'confirmed' ? '' : 'primary'}`}
            onPress={() => void confirm()}
          >
            {t('roster.confirm')}
          </Button>
        )}
        {actions.includes('roster') && (
          <>
            <Button className="button small" onPress={() => show(<RotationWindow row={row} onClose={close} />)}>
              {t('roster.plan')}
            </Button>
            <Button
              className="button small"
              onPress={() => show(<ShiftWindow row={row} shift={null} onClose={close} />)}
            >
              {t('roster.add-turn')}
            </Button>
          </>
        )}
        {actions.includes('describe') && (
          <Button className="button small" onPress={() => show(<PostWindow row={row} onClose={close} />)}>
            {t('roster.describe')}
          </Button>
        )}
      </div>
      {roster && roster.shifts.length > 0 && (
        <details>
          <summary>{t('roster.turns', { count: roster.shifts.length })}</summary>
          <ul className="roster-turns">
            {roster.shifts.map((shift) => (
              <li key={shift.id} className="roster-line">
                <BothTimes at={shift.from} parties={[row.party]} /> –{' '}
                <BothTimes at={shift.until} parties={[row.party]} />
                <b>{shift.name}</b>
                {actions.includes('roster') && (
                  <Button
                    className="button small quiet"
                    onPress={() => show(<ShiftWindow row={row} shift={shift} onClose={close} />)}
                  >
                    {t('roster.change-turn')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

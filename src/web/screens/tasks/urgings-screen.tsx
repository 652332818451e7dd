import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'react-aria-components';
import { formatDate } from '../../../i18n/index.ts';
import { REPORT_REMINDER } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { call } from '../../client.ts';
import { useMay } from '../../data/session.ts';
import { type Urgings, urgingsQuery } from '../../data/tasks.ts';
import { Empty, Failure, Skeleton, useErrorText } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';
import { useUnitNames } from '../../parts/unit-field.tsx';
import { LetterLink } from '../task/letter-link.tsx';
import { ReplyMail } from './reply-mail.tsx';

function UrgeNow() {
  const { t } = useSpeech();
  const say = useErrorText();
  const queries = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: () => call('urgeNow', {}),
    onSuccess: ({ urgings, people, unreached }) =>
      toast({ text: t('urgings.ran', { count: urgings.length, people, unreached }) }),
    onError: (error) => toast({ text: say(error), tone: 'failure' }),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['tasks'] });
      void queries.invalidateQueries({ queryKey: ['task'] });
    },
  });
  return (
    <Button className="button" isDisabled={isPending} onPress={() => mutate()}>
      {t('urgings.run')}
    </Button>
  );
}

function Digest({ digest }: { readonly digest: Urgings['digests'][number] }) {
  const { locale, t } = useSpeech();
  const told = ({ day, due, level }: Urgings['digests'][number]['items'][number]) => {
    const by = formatDate(locale, due);
    if (level === REPORT_REMINDER) return t('urging.report-late', { day: by });
    if (day > digest.day) return t('urgings.coming', { level, day: formatDate(locale, day) });
    return `${t('task.urged', { level })} · ${t('urgings.due', { day: by })}`;
  };
  return (
    <li className="owed-item">
      <span className="owed-day">{formatDate(locale, digest.day)}</span>
      <div>
        <p className="owed-what">
          <b>{digest.person ?? t('urgings.nobody')}</b>{' '}
          <span className={`small ${digest.mail === 'failed' ? 'failure-text' : 'soft'}`}>
            {t(`digest-mail.${digest.mail}`)} {digest.error}
          </span>
        </p>
        <ul className="digest-items">
          {digest.items.map((item) => (
            <li key={`${item.task}${item.unit}${item.level}`}>
              <Link to="/tasks/$id" params={{ id: item.task }} dir="auto">
                {item.title}
              </Link>{' '}
              <span className="soft small">{told(item)}</span>
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}

/** Sends the letter to a unit by mail, with the Word file. */
function MailLetter({ unit }: { readonly unit: string }) {
  const { locale, t } = useSpeech();
  const say = useErrorText();
  const { mutate, isPending } = useMutation({
    mutationFn: () => call('mailLetter', { body: { unit, locale } }),
    onSuccess: ({ reference, addresses }) =>
      toast({ text: t('urgings.mailed', { reference, addresses: addresses.join(', ') }) }),
    onError: (error) => toast({ text: say(error), tone: 'failure' }),
  });
  return (
    <Button className="button small" isDisabled={isPending} onPress={() => mutate()}>
      {t('urgings.mail-letter')}
    </Button>
  );
}

function Log({ log, mail }: { readonly log: Urgings['log']; readonly mail: boolean }) {
  const { locale, t } = useSpeech();
  const nameOf = useUnitNames();
  const keeps = useMay('decide');
  return (
    <div className="table-frame">
      <table className="list-table">
        <thead>
          <tr>
            <th>{t('urgings.on')}</th>
            <th>{t('tasks.task')}</th>
            <th>{t('tasks.unit')}</th>
            <th>{t('urgings.reply')}</th>
            <th>{t('urgings.days')}</th>
          </tr>
        </thead>
        <tbody>
          {log.map((entry) => (
            <tr key={entry.id}>
              <td className="task-due">{formatDate(locale, entry.at.slice(0, 10))}</td>
              <td>
                <Link to="/tasks/$id" params={{ id: entry.task }} className="task-link" dir="auto">
                  {entry.title}
                </Link>
                <span className="soft small" dir="auto">
                  {t('task.urged', { level: entry.level })} · {entry.text}
                </span>
              </td>
              <td dir="auto">
                {entry.units.map((unit) => (
                  <span key={unit} className="urged-unit">
                    {nameOf(unit)} {keeps && entry.letter && <LetterLink unit={unit} />}{' '}
                    {keeps && entry.letter && mail && <MailLetter unit={unit} />}
                  </span>
                ))}
              </td>
              <td dir="auto">
                {entry.reply ? entry.reply.text : <span className="failure-text">{t('urgings.no-reply')}</span>}
              </td>
              <td>{t('urgings.working-days', { count: entry.days })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Urging: who was urged over what, how long the replies took, what each person was told, and how it goes out. */
export function UrgingsScreen() {
  const { locale, t } = useSpeech();
  const { data, error, refetch } = useQuery(urgingsQuery);
  const keeps = useMay('decide');
  return (
    <div className="page tasks-page">
      <title>{`${t('urgings.title')} · Servanda`}</title>
      <h1>{t('urgings.title')}</h1>
      {error && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={8} />}
      {data && (
        <div className="urging-state">
          <p>
            {data.ranOn ? t('urgings.ran-on', { day: formatDate(locale, data.ranOn) }) : t('urgings.never-ran')}{' '}
            {t(data.mail ? 'urgings.mail-on' : 'urgings.mail-off')} <Link to="/tasks/ladder">{t('urgings.rules')}</Link>
          </p>
          {keeps && <UrgeNow />}
          {keeps && <ReplyMail />}
        </div>
      )}
      {data?.log.length === 0 && data.digests.length === 0 && <Empty title={t('urgings.none')} />}
      {data && data.log.length > 0 && (
        <section>
          <h2>{t('urgings.log')}</h2>
          <Log log={data.log} mail={data.mail} />
        </section>
      )}
      {data && data.digests.length > 0 && (
        <section>
          <h2>{t('urgings.digests')}</h2>
          <ul className="owed-list">
            {data.digests.map((digest) => (
              <Digest key={digest.id} digest={digest} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

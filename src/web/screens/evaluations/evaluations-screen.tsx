import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { actorName, formatDate, formatNumber, type MessageId } from '../../../i18n/index.ts';
import type { Timeliness } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { call } from '../../client.ts';
import { useMay, useSession } from '../../data/session.ts';
import { type Snapshot, snapshotsQuery, unitsQuery } from '../../data/tasks.ts';
import { Choice } from '../../parts/choice.tsx';
import { Empty, Failure, Skeleton, useErrorText } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';
import '../tasks/tasks.css';
import { AgreementOfRaters } from './agreement.tsx';
import { Compared } from './compared.tsx';

function Take() {
  const { locale, t } = useSpeech();
  const say = useErrorText();
  const queries = useQueryClient();
  const own = useSession()?.seat?.party;
  const units = useQuery(unitsQuery).data?.units ?? [];
  const parties = own === undefined ? [...new Set(units.map(({ party }) => party))] : [own];
  const [chosen, setChosen] = useState<string | null>(null);
  const party = chosen ?? parties[0];
  const { mutate, isPending } = useMutation({
    mutationFn: (kind: Snapshot['kind']) => call('takeSnapshot', { body: { party: party ?? '', kind } }),
    onSuccess: ({ tasks }) => toast({ text: t('snapshots.taken', { count: tasks }) }),
    onError: (error) => toast({ text: say(error), tone: 'failure' }),
    onSettled: () => void queries.invalidateQueries({ queryKey: ['tasks', 'snapshots'] }),
  });
  if (party === undefined) return null;
  return (
    <div className="part-actions">
      {parties.length > 1 && (
        <Choice
          label={t('assign.party')}
          value={party}
          values={parties}
          name={(one) => actorName(locale, one)}
          onChange={setChosen}
        />
      )}
      {(['interim', 'final'] as const).map((kind) => (
        <Button key={kind} className="button" isDisabled={isPending} onPress={() => mutate(kind)}>
          {t(kind === 'interim' ? 'snapshots.take-interim' : 'snapshots.take-final')}
        </Button>
      ))}
    </div>
  );
}

/** The tasks that each rate of a snapshot counts. */
const SHARES = [
  { rate: 'onTime', label: 'snapshots.on-time', timeliness: ['done-on-time'] },
  { rate: 'overdue', label: 'snapshots.overdue', timeliness: ['overdue'] },
  { rate: 'done', label: 'snapshots.done', timeliness: ['done-on-time', 'done-late'] },
] as const satisfies readonly {
  readonly rate: keyof Snapshot['rates'];
  readonly label: MessageId;
  readonly timeliness: readonly Timeliness[];
}[];

/** A number of a snapshot, which opens the tasks it counts as they stood when it was taken. */
function Frozen({
  snapshot,
  day,
  count,
  said,
  timeliness,
}: {
  readonly snapshot: string;
  readonly day: string;
  readonly count: number;
  readonly said: string;
  readonly timeliness?: readonly Timeliness[];
}) {
  if (count === 0) return said;
  const search = { snapshot, asOf: day, ...(timeliness && { timeliness: [...timeliness] }) };
  return (
    <Link to="/tasks" search={search}>
      {said}
    </Link>
  );
}

/** The snapshots with their rates, each saying what it is a share of. */
function List({ snapshots }: { readonly snapshots: readonly Snapshot[] }) {
  const { locale, t } = useSpeech();
  const share = ({ part, whole, percent }: Snapshot['rates']['onTime']) =>
    `${formatNumber(locale, part)} / ${formatNumber(locale, whole)}${percent === null ? '' : ` (${formatNumber(locale, percent)} %)`}`;
  return (
    <div className="table-frame">
      <table className="list-table">
        <thead>
          <tr>
            <th>{t('snapshots.snapshot')}</th>
            <th>{t('snapshots.tasks')}</th>
            {SHARES.map(({ rate, label }) => (
              <th key={rate}>{t(label)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {snapshots.map(({ id, party, kind, day, counts, rates }) => (
            <tr key={id}>
              <td>
                <b>{formatDate(locale, day)}</b> {t(`snapshot-kind.${kind}`)}{' '}
                <span className="soft small">{actorName(locale, party)}</span>
              </td>
              <td data-label={t('snapshots.tasks')}>
                <Frozen snapshot={id} day={day} count={counts.all} said={formatNumber(locale, counts.all)} />
              </td>
              {SHARES.map(({ rate, label, timeliness }) => (
                <td key={rate} data-label={t(label)}>
                  <Frozen
                    snapshot={id}
                    day={day}
                    count={rates[rate].part}
                    said={share(rates[rate])}
                    timeliness={timeliness}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Comparing({ snapshots }: { readonly snapshots: readonly Snapshot[] }) {
  const { locale, t } = useSpeech();
  const search = useSearch({ from: '/follow-up/tasks/evaluations' });
  const navigate = useNavigate();
  const ids = snapshots.map(({ id }) => id);
  const after = search.after ?? ids[0] ?? '';
  const before = search.before ?? ids.find((id) => id !== after) ?? '';
  const name = (id: string) => {
    const one = snapshots.find((each) => each.id === id);
    return one === undefined
      ? id
      : `${formatDate(locale, one.day)} · ${t(`snapshot-kind.${one.kind}`)} · ${actorName(locale, one.party)}`;
  };
  const go = (part: Partial<typeof search>) =>
    void navigate({ to: '/tasks/evaluations', search: { ...search, before, after, page: undefined, ...part } });
  return (
    <section>
      <h2>{t('snapshots.compare')}</h2>
      <div className="list-bar">
        <Choice
          label={t('snapshots.before')}
          value={before}
          values={ids}
          name={name}
          onChange={(id) => go({ before: id })}
        />
        <Choice
          label={t('snapshots.after')}
          value={after}
          values={ids}
          name={name}
          onChange={(id) => go({ after: id })}
        />
      </div>
      <Compared search={{ ...search, before, after }} />
    </section>
  );
}

/** Evaluations: snapshots of how tasks stood, with their rates, and what changed between two of them. */
export function EvaluationsScreen() {
  const { t } = useSpeech();
  const { data, error, refetch } = useQuery(snapshotsQuery);
  const keeps = useMay('decide');
  return (
    <div className="page tasks-page">
      <title>{`${t('snapshots.title')} · Servanda`}</title>
      <h1>{t('snapshots.title')}</h1>
      {keeps && <Take />}
      {error && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={6} />}
      {data?.length === 0 && (
        <Empty title={t('snapshots.none')}>
          <p>{t('snapshots.none-explain')}</p>
        </Empty>
      )}
      {data && data.length > 0 && <List snapshots={data} />}
      {data && data.length > 1 && <Comparing snapshots={data} />}
      <AgreementOfRaters />
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { formatNumber } from '../../../i18n/index.ts';
import { nameIn, PAIR_STANDINGS } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { type PairList, type PairRow, pairsQuery, useActOnPair } from '../../data/pairs.ts';
import { useMay, useSession } from '../../data/session.ts';
import { AsOf, useAsOf } from '../../parts/as-of.tsx';
import { ExportMenu } from '../../parts/export-menu.tsx';
import { PairWindow } from '../../parts/pair-window.tsx';
import { useSeriesText } from '../../parts/series-text.ts';
import { Empty, Failure, Skeleton } from '../../parts/states.tsx';
import { useTry } from '../../parts/use-try.ts';
import './pairs.css';
import { SideWindow } from './side-window.tsx';

/** One side's half: planned, reached, and what shows it. */
function Side({
  row,
  party,
  ask,
}: {
  readonly row: PairRow;
  readonly party: string;
  readonly ask: (party: string) => void;
}) {
  const { t } = useSpeech();
  const say = useSeriesText();
  const own = useSession()?.seat?.party ?? null;
  const side = row.sides[party];
  const reached = side?.reached ?? null;
  const speaks = row.actions.includes('state') && (own === null || own === party);
  return (
    <li className={`pair-side ${reached === null ? 'behind' : 'reached'}`}>
      <b>{say.party(party)}</b>
      <span>{reached === null ? t('pair.not-yet') : t('pair.reached-on', { day: say.day(reached) })}</span>
      {reached === null && side?.planned && (
        <span className="soft">{t('pair.planned-on', { day: say.day(side.planned) })}</span>
      )}
      {side?.source && (
        <span className="small soft" dir="auto">
          {side.source}
        </span>
      )}
      {speaks && (
        <Button className="button small" onPress={() => ask(party)}>
          {t('pair.say')}
        </Button>
      )}
    </li>
  );
}

function Pair({ row, list }: { readonly row: PairRow; readonly list: PairList }) {
  const { locale, t } = useSpeech();
  const say = useSeriesText();
  const attempt = useTry();
  const { mutateAsync } = useActOnPair();
  const [asking, setAsking] = useState<string | null>(null);
  const asOf = useAsOf();
  const commitment = list.named.find(({ id }) => id === row.commitment);
  const gate = list.gates.find(({ id }) => id === row.gate);
  const undo = () =>
    attempt(() => mutateAsync({ id: row.id, version: row.version, body: { type: 'undo', undoes: row.last.id } }));
  return (
    <li className="pair" id={`pair-${row.id}`}>
      <p className="pair-head">
        <b dir="auto">{row.title}</b>
        <span className={`pair-standing ${row.standing}`}>{t(`pair-standing.${row.standing}`)}</span>
        {row.due && (
          <span className={row.late ? 'failure-text' : 'soft'}>{t('task.by-day', { day: say.day(row.due) })}</span>
        )}
        <span className="soft small">{t(`milestone.${row.kind}`)}</span>
        {row.actions.includes('undo') && (
          <Button className="button small quiet" onPress={() => void undo()}>
            {t('series-action.undo')}
          </Button>
        )}
      </p>
      {commitment && (
        <Link className="small" to="/commitments/$id" params={{ id: commitment.id }} search={{ asOf }}>
          <q lang={commitment.language} dir="auto">
            {commitment.quote}
          </q>
        </Link>
      )}
      {gate && (
        <Link
          className="small"
          to="/registers/$kind/$id"
          params={{ kind: 'gate', id: gate.id }}
          search={{ asOf }}
          dir="auto"
        >
          {t('pair.gate')}: {nameIn(gate.names, locale)}
        </Link>
      )}
      <ul className="pair-sides">
        {row.parties.map((party) => (
          <Side key={party} row={row} party={party} ask={setAsking} />
        ))}
      </ul>
      {asking && <SideWindow row={row} party={asking} onClose={() => setAsking(null)} />}
    </li>
  );
}

/** Paired milestones: what both sides have to do, and which of them has not. */
export function PairsScreen() {
  const { locale, t } = useSpeech();
  const { asOf } = useSearch({ from: '/follow-up/pairs' });
  const keeps = useMay('decide') && asOf === undefined;
  const { data, error, refetch } = useQuery(pairsQuery(asOf));
  const [opening, setOpening] = useState(false);
  const count = (standing: PairRow['standing']) => data?.rows.filter((row) => row.standing === standing).length ?? 0;
  return (
    <div className="page">
      <title>{`${t('follow.pairs')} · Servanda`}</title>
      <h1>{t('follow.pairs')}</h1>
      <div className="list-bar">
        <AsOf value={asOf} />
        {(data ? PAIR_STANDINGS : []).map((standing) => (
          <p key={standing} className="soft">
            <b>{formatNumber(locale, count(standing))}</b> {t(`pair-standing.${standing}`)}
          </p>
        ))}
        {data && data.rows.length > 0 && (
          <ExportMenu list="pairs" search={{ asOf }} count={data.rows.length} past={asOf !== undefined} />
        )}
        {keeps && (
          <Button className="button small" onPress={() => setOpening(true)}>
            <Plus size={14} aria-hidden />
            {t('pair.new')}
          </Button>
        )}
      </div>
      {error && <Failure error={error} retry={() => void refetch()} />}
      <ul className="pairs">
        {data?.rows.map((row) => (
          <Pair key={row.id} row={row} list={data} />
        ))}
      </ul>
      {data?.rows.length === 0 && (
        <Empty title={t('pair.none')}>
          <p>{t('pair.none-explain')}</p>
        </Empty>
      )}
      {!data && !error && <Skeleton lines={8} />}
      {opening && <PairWindow onClose={() => setOpening(false)} />}
    </div>
  );
}

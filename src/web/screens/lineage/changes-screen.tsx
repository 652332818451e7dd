import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import { formatNumber } from '../../../i18n/index.ts';
import { CHANGES } from '../../../server/contract/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { writeQuery } from '../../client.ts';
import {
  type ChangeLine,
  type Changes,
  changesQuery,
  type LineageWork,
  lineageWorksQuery,
} from '../../data/lineage.ts';
import { Empty, Failure, Skeleton } from '../../parts/states.tsx';
import './lineage.css';
import { LinkLine } from './link-line.tsx';
import { Quoted } from './quoted.tsx';
import { TracingNote } from './tracing-note.tsx';
import { useGrowing } from './use-growing.ts';
import { useListKeys } from './use-list-keys.ts';
import { inLanguage, sameRelation, WorkChoice } from './work-choice.tsx';

type Change = (typeof CHANGES)[number];

/** The two newest agreed national works of one relation, one's own before the demonstration, in one language. */
function usualPair(works: readonly LineageWork[]): readonly [string, string] {
  const agreed = works.filter(({ type, level }) => type === 'joint-statement' && level === 'national');
  const some = agreed.length > 1 ? agreed : works;
  const own = some.filter(({ demonstration }) => !demonstration);
  const last = (own.length > 0 ? own : some).at(-1);
  if (last === undefined) return ['', ''];
  const before = some.filter((work) => (work.date ?? '9999') < (last.date ?? '9999') && sameRelation(work, last));
  const newest = before.at(-1)?.date;
  const earlier = inLanguage(
    before.filter(({ date }) => date === newest),
    last.language,
  );
  const later = inLanguage(
    some.filter(({ date, demonstration }) => date === last.date && demonstration === last.demonstration),
    earlier?.language,
  );
  return [earlier?.id ?? '', later?.id ?? ''];
}

/** How many of each kind; a number opens its list. */
function Counts({ view, shown }: { readonly view: Changes; readonly shown: Change | undefined }) {
  const { locale, t } = useSpeech();
  const navigate = useNavigate({ from: '/changes' });
  const total = CHANGES.reduce((sum, change) => sum + (view.counts[change] ?? 0), 0);
  const pick = (show: Change | undefined) => void navigate({ search: (search) => ({ ...search, show }) });
  const tab = (change: Change | undefined, count: number, label: string) => (
    <button
      key={label}
      type="button"
      className={`change-count ${change ?? 'all'}`}
      aria-pressed={shown === change}
      onClick={() => pick(change)}
    >
      <b>{formatNumber(locale, count)}</b> {label}
    </button>
  );
  return (
    <fieldset className="change-counts">
      <legend className="visually-hidden">{t('changes.title')}</legend>
      {tab(undefined, total, t('changes.all'))}
      {CHANGES.map((change) => tab(change, view.counts[change] ?? 0, t(`change.${change}`)))}
    </fieldset>
  );
}

function keyOf({ earlier, later, link }: ChangeLine): string {
  return link?.id ?? later?.id ?? earlier?.id ?? '';
}

function Line({ line, at, onGo }: { readonly line: ChangeLine; readonly at: boolean; readonly onGo: () => void }) {
  const { t } = useSpeech();
  const { change, earlier, later, link } = line;
  return (
    <li
      id={`line-${keyOf(line)}`}
      className={`change-line ${change}`}
      aria-current={at}
      onFocus={onGo}
      onPointerDown={onGo}
    >
      <span className={`change-label ${change}`}>{t(`change.${change}`)}</span>
      <div className="change-side">
        {earlier ? <Quoted row={earlier} /> : <p className="soft">{t('changes.nothing-earlier')}</p>}
      </div>
      <div className="change-side">
        {later ? <Quoted row={later} /> : <p className="soft">{t('changes.nothing-later')}</p>}
      </div>
      {link && <LinkLine link={link} doubtful={change === 'unclear' && link.decision === 'undecided'} />}
    </li>
  );
}

function Comparison({ view, shown }: { readonly view: Changes; readonly shown: Change | undefined }) {
  const { t } = useSpeech();
  const rows = view.rows.filter(({ change }) => shown === undefined || change === shown);
  const { at, go } = useListKeys(
    rows.map((row) => ({ key: keyOf(row), commitment: (row.later ?? row.earlier)?.id ?? '', link: row.link })),
  );
  const lines = useGrowing(rows, rows.findIndex((row) => keyOf(row) === at) + 2);
  return (
    <>
      <Counts view={view} shown={shown} />
      <TracingNote tracing={view.tracing} />
      {shown === 'unclear' && <p className="soft">{t('changes.unclear-hint')}</p>}
      {rows.length === 0 && <Empty title={t('changes.none')} />}
      {rows.length > 0 && <p className="small soft keys-hint">{t('lineage.keys')}</p>}
      <ol className="change-lines">
        {lines.map((row) => (
          <Line key={keyOf(row)} line={row} at={at === keyOf(row)} onGo={() => at !== keyOf(row) && go(keyOf(row))} />
        ))}
      </ol>
    </>
  );
}

/** What changed between any two works: new, stronger, weaker, same, fulfilled, gone. */
export function ChangesScreen() {
  const { locale, t } = useSpeech();
  const search = useSearch({ from: '/changes' });
  const navigate = useNavigate({ from: '/changes' });
  const works = useQuery(lineageWorksQuery);
  const list = works.data?.works ?? [];
  const [usualEarlier, usualLater] = usualPair(list);
  const [earlier, later] = [search.earlier ?? usualEarlier, search.later ?? usualLater];
  const query = useQuery(changesQuery(earlier, later));
  const choose = (change: { earlier?: string; later?: string }) =>
    void navigate({ search: (before) => ({ ...before, earlier, later, ...change }) });
  const error = works.error ?? query.error;
  return (
    <div className="page lineage-page">
      <title>{`${t('changes.title')} · Servanda`}</title>
      <header className="lineage-head">
        <h1>{t('changes.title')}</h1>
        {query.data && (
          <a
            className="button small"
            href={`/api/lineage/changes.csv?${writeQuery({ earlier, later, locale })}`}
            download
          >
            <Download size={14} aria-hidden />
            {t('changes.export')}
          </a>
        )}
        <p className="soft">{t('changes.intro')}</p>
      </header>
      {works.data && list.length < 2 && (
        <>
          <TracingNote tracing={works.data.tracing} />
          {works.data.tracing === null && <Empty title={t('thread.one-work')} />}
        </>
      )}
      {list.length > 1 && (
        <div className="work-choices">
          <WorkChoice
            label={t('changes.earlier')}
            works={list}
            value={earlier}
            onChange={(id) => choose({ earlier: id })}
          />
          <WorkChoice label={t('changes.later')} works={list} value={later} onChange={(id) => choose({ later: id })} />
        </div>
      )}
      {error && <Failure error={error} retry={() => void query.refetch()} />}
      {(works.isPending || query.isLoading) && <Skeleton lines={10} />}
      {query.data && <Comparison view={query.data} shown={search.show} />}
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import { Checkbox } from 'react-aria-components';
import { formatDate, formatNumber } from '../../../i18n/index.ts';
import { SECTORS, type Sector } from '../../../vocabulary/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { writeQuery } from '../../client.ts';
import { type Cascade, cascadeQuery, type LineageWork, lineageWorksQuery } from '../../data/lineage.ts';
import { Choice } from '../../parts/choice.tsx';
import { Empty, Failure, Skeleton } from '../../parts/states.tsx';
import './lineage.css';
import { LinkLine } from './link-line.tsx';
import { Quoted } from './quoted.tsx';
import { TracingNote } from './tracing-note.tsx';
import { useGrowing } from './use-growing.ts';
import { useListKeys } from './use-list-keys.ts';
import { inLanguage, sameRelation, WorkChoice } from './work-choice.tsx';

type Row = Cascade['rows'][number];
type Shown = 'taken' | 'open' | undefined;

function Cell({ row, local, head }: { readonly row: Row; readonly local: LineageWork; readonly head: string }) {
  const { t } = useSpeech();
  const here = row.takenUp.filter(({ by }) => by.part === local.id);
  return (
    <td data-local={head} className={here.length > 0 ? 'taken' : 'open'}>
      {here.length === 0 && <span className="soft">{t('cascade.not-here')}</span>}
      {here.map(({ link, by }) => (
        <div key={link.id} className="taken-up">
          <Quoted row={by} />
          <LinkLine link={link} />
        </div>
      ))}
    </td>
  );
}

function Matrix({
  view,
  shown,
  sector,
}: {
  readonly view: Cascade;
  readonly shown: Shown;
  readonly sector: Sector | undefined;
}) {
  const { locale, t } = useSpeech();
  const rows = view.rows.filter(({ commitment, takenUp }) => {
    const wanted = shown === undefined || (shown === 'taken') === takenUp.length > 0;
    return wanted && (sector === undefined || commitment.sector === sector);
  });
  const { at, go } = useListKeys(
    rows.map(({ commitment, takenUp }) => ({
      key: commitment.id,
      commitment: commitment.id,
      link: takenUp.find(({ link }) => link.decision === 'undecided')?.link ?? takenUp[0]?.link ?? null,
    })),
  );
  const lines = useGrowing(rows, rows.findIndex(({ commitment }) => commitment.id === at) + 2);
  const name = ({ date, title }: LineageWork) => [date && formatDate(locale, date), title].filter(Boolean).join(' · ');
  return (
    <table className="cascade">
      <caption className="small soft">{t('lineage.keys')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('lineage.export.national')}</th>
          {view.locals.map((local) => (
            <th key={local.id} scope="col" dir="auto">
              <span className="local-name">{name(local)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((row) => (
          <tr
            key={row.commitment.id}
            id={`line-${row.commitment.id}`}
            aria-current={at === row.commitment.id}
            onFocus={() => at !== row.commitment.id && go(row.commitment.id)}
          >
            <th scope="row">
              <Quoted row={row.commitment} />
            </th>
            {view.locals.map((local) => (
              <Cell key={local.id} row={row} local={local} head={name(local)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Exports({ view, local }: { readonly view: Cascade; readonly local: readonly string[] | undefined }) {
  const { locale, t } = useSpeech();
  const asked = writeQuery({ national: view.national.id, local, locale, open: true });
  return (
    <p className="exports">
      <Download size={14} aria-hidden />
      {t('cascade.draft')}:
      <a href={`/api/lineage/cascade.docx?${asked}`} download>
        {t('cascade.draft-docx')}
      </a>
      <a href={`/api/lineage/cascade.csv?${asked}`} download>
        {t('cascade.draft-csv')}
      </a>
    </p>
  );
}

function Filters({
  view,
  shown,
  sector,
}: {
  readonly view: Cascade;
  readonly shown: Shown;
  readonly sector: Sector | undefined;
}) {
  const { locale, t } = useSpeech();
  const navigate = useNavigate({ from: '/cascade' });
  const taken = view.rows.filter(({ takenUp }) => takenUp.length > 0).length;
  const counts = [
    [undefined, view.rows.length, t('changes.all')],
    ['taken', taken, t('cascade.taken')],
    ['open', view.rows.length - taken, t('cascade.open')],
  ] as const;
  const present = SECTORS.filter((each) => view.rows.some(({ commitment }) => commitment.sector === each));
  return (
    <div className="cascade-filters">
      <fieldset className="change-counts">
        <legend className="visually-hidden">{t('cascade.title')}</legend>
        {counts.map(([show, count, label]) => (
          <button
            key={label}
            type="button"
            className={`change-count ${show ?? 'all'}`}
            aria-pressed={shown === show}
            onClick={() => void navigate({ search: (search) => ({ ...search, show }) })}
          >
            <b>{formatNumber(locale, count)}</b> {label}
          </button>
        ))}
      </fieldset>
      <Choice
        label={t('cascade.filter')}
        value={sector ?? 'all'}
        values={['all', ...present]}
        name={(each) => (each === 'all' ? t('cascade.all-sectors') : t(`sector.${each as Sector}`))}
        onChange={(each) =>
          void navigate({ search: (search) => ({ ...search, sector: each === 'all' ? undefined : (each as Sector) }) })
        }
      />
    </div>
  );
}

/** A local work that could carry out a national one: of its relation, of its day or later. */
function ableTo(local: LineageWork, national: LineageWork): boolean {
  return (local.date ?? '9999') >= (national.date ?? '') && sameRelation(local, national);
}

/** The newest national work that a local one could carry out, one's own before the demonstration. */
function usualNational(nationals: readonly LineageWork[], locals: readonly LineageWork[]): LineageWork | undefined {
  const own = nationals.filter(({ demonstration }) => !demonstration);
  const some = own.length > 0 ? own : nationals;
  const newest = some.findLast((work) => locals.some((local) => ableTo(local, work))) ?? some.at(-1);
  return inLanguage(
    some.filter(({ date }) => date === newest?.date),
    locals.at(-1)?.language,
  );
}

/** Which local works count: all that could carry the national one out, until somebody chooses. */
function Locals({
  works,
  chosen,
  onChange,
}: {
  readonly works: readonly LineageWork[];
  readonly chosen: readonly string[];
  readonly onChange: (ids: string[]) => void;
}) {
  const { locale, t } = useSpeech();
  return (
    <fieldset className="locals">
      <legend>{t('cascade.locals')}</legend>
      {works.map((work) => (
        <Checkbox
          key={work.id}
          className="checkbox"
          isSelected={chosen.includes(work.id)}
          onChange={(on) =>
            onChange(works.map(({ id }) => id).filter((id) => (id === work.id ? on : chosen.includes(id))))
          }
        >
          <span className="check-box" aria-hidden />
          <span dir="auto">
            {work.date && `${formatDate(locale, work.date)} · `}
            {work.title}
          </span>
        </Checkbox>
      ))}
    </fieldset>
  );
}

/** National commitments against local works: taken up, by whom, or not at all; and a draft of what is to be assigned. */
export function CascadeScreen() {
  const { t } = useSpeech();
  const search = useSearch({ from: '/cascade' });
  const navigate = useNavigate({ from: '/cascade' });
  const works = useQuery(lineageWorksQuery);
  const list = works.data?.works ?? [];
  const locals = list.filter(({ level }) => level === 'local');
  const nationals = list.filter(
    ({ level, type }) => level === 'national' && (type === 'joint-statement' || type === 'communique'),
  );
  const usual = usualNational(nationals, locals);
  const national = search.national ?? usual?.id ?? '';
  const chosen = list.find(({ id }) => id === national);
  const able = locals.filter((work) => chosen && ableTo(work, chosen));
  const query = useQuery(cascadeQuery(national, search.local));
  const error = works.error ?? query.error;
  return (
    <div className="page lineage-page">
      <title>{`${t('cascade.title')} · Servanda`}</title>
      <header className="lineage-head">
        <h1>{t('cascade.title')}</h1>
        {query.data && query.data.rows.length > 0 && <Exports view={query.data} local={search.local} />}
        <p className="soft">{t('cascade.intro')}</p>
      </header>
      {works.data && nationals.length === 0 && works.data.tracing === null && (
        <Empty title={t('cascade.no-national')} />
      )}
      {works.data && <TracingNote tracing={works.data.tracing} />}
      {nationals.length > 0 && (
        <div className="work-choices">
          <WorkChoice
            label={t('cascade.national')}
            works={nationals}
            value={national}
            onChange={(id) => void navigate({ search: { national: id } })}
          />
          {able.length > 1 && (
            <Locals
              works={able}
              chosen={search.local ?? able.map(({ id }) => id)}
              onChange={(local) => void navigate({ search: (before) => ({ ...before, local }) })}
            />
          )}
        </div>
      )}
      {error && <Failure error={error} retry={() => void query.refetch()} />}
      {(works.isPending || query.isLoading) && <Skeleton lines={10} />}
      {query.data && able.length === 0 && <Empty title={t('cascade.no-local')} />}
      {query.data && able.length > 0 && (
        <>
          <Filters view={query.data} shown={search.show} sector={search.sector} />
          <Matrix view={query.data} shown={search.show} sector={search.sector} />
        </>
      )}
    </div>
  );
}

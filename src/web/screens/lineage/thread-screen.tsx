import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Link2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { formatDate, languageName } from '../../../i18n/index.ts';
import { direction } from '../../../kernel/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { type LineageLink, type LineageRow, type LineageWork, type Thread, threadQuery } from '../../data/lineage.ts';
import { worksQuery } from '../../data/queries.ts';
import { Decides } from '../../parts/decides.tsx';
import { Empty, Failure, Skeleton } from '../../parts/states.tsx';
import { endingOf, mainLine, stepWords, yearOf } from './headline.ts';
import { JoinWindow } from './join-window.tsx';
import './lineage.css';
import './other-words.css';
import { LinkActions, LinkLine } from './link-line.tsx';
import { Quoted } from './quoted.tsx';
import { TracingNote } from './tracing-note.tsx';

/** The thread in one line: "2023: to sign promptly; 2026: to discuss and sign; not yet reported done". */
function Headline({ thread }: { readonly thread: Thread }) {
  const { t } = useSpeech();
  const ending = endingOf(thread);
  const end =
    ending &&
    (ending.type === 'open'
      ? t('thread.still-open')
      : t(ending.type === 'fulfilled' ? 'thread.fulfilled' : 'thread.silent', { year: ending.year }));
  return (
    <ol className="headline">
      {mainLine(thread).map((row) => (
        <li key={row.id} className={row.id === thread.start ? 'here' : ''}>
          <b>{yearOf(row) || t('thread.undated')}:</b>{' '}
          <span lang={row.language} dir="auto">
            {stepWords(row, thread)}
          </span>
        </li>
      ))}
      {end && <li className={`ending ${ending.type}`}>{end}</li>}
    </ol>
  );
}

/** The exact words of the same commitment in the other languages it was signed in. */
function OtherWords({ citations }: { readonly citations: Thread['citations'] }) {
  const { locale } = useSpeech();
  if (citations.length === 0) return null;
  return (
    <dl className="other-words">
      {citations.map(({ id, language, quote }) => (
        <div key={id}>
          <dt>{languageName(locale, language)}</dt>
          <dd lang={language === 'und' ? undefined : language} dir={direction(language)}>
            {quote}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Step({
  row,
  links,
  rows,
  citations,
  start,
}: {
  readonly row: LineageRow;
  readonly links: readonly LineageLink[];
  readonly rows: readonly LineageRow[];
  readonly citations: Thread['citations'];
  readonly start: boolean;
}) {
  const { t } = useSpeech();
  const incoming = links.filter(({ laterId }) => laterId === row.id);
  const earlier = (link: LineageLink) => rows.find(({ id }) => id === link.earlierId);
  return (
    <li className={`step ${start ? 'here' : ''}`} aria-current={start ? 'true' : undefined}>
      {incoming.map((link) => (
        <div key={link.id} className="step-link">
          {incoming.length > 1 && (
            <p className="small soft step-from" dir="auto">
              {t('thread.from', {
                title: `${yearOf(earlier(link) ?? row)}: ${earlier(link)?.quote.slice(0, 80) ?? ''}`,
              })}
            </p>
          )}
          <LinkLine link={link} />
        </div>
      ))}
      <Quoted row={row} to="page" />
      <OtherWords citations={citations} />
    </li>
  );
}

function WorkSteps({ work, thread }: { readonly work: LineageWork; readonly thread: Thread }) {
  const { locale, t } = useSpeech();
  const joined = new Set([thread.start, ...thread.links.flatMap((link) => [link.earlierId, link.laterId])]);
  const rows = thread.rows.filter((row) => row.part === work.id && joined.has(row.id));
  if (rows.length === 0) return null;
  return (
    <li className={`work-steps ${work.level}`}>
      <p className="step-work">
        <b>{work.date ? formatDate(locale, work.date) : t('thread.undated')}</b>
        <Link
          to="/read/$expressionId"
          params={{ expressionId: work.expressionId }}
          search={{ c: rows[0]?.id }}
          dir="auto"
        >
          {work.title}
        </Link>
        <span className="badge">{t(`level.${work.level}`)}</span>
      </p>
      <ol className="steps">
        {rows.map((row) => (
          <Step
            key={row.id}
            row={row}
            rows={thread.rows}
            citations={thread.citations.filter(({ entry }) => entry === row.id)}
            links={thread.links}
            start={row.id === thread.start}
          />
        ))}
      </ol>
    </li>
  );
}

/** Links that do not count: too far apart for the rules, or set aside by people. */
function Beside({ thread }: { readonly thread: Thread }) {
  const { locale, t } = useSpeech();
  if (thread.aside.length === 0) return null;
  return (
    <section className="beside" aria-labelledby="beside">
      <h2 id="beside">{t('thread.possible')}</h2>
      <ul>
        {thread.aside.map((link) => {
          const other = link.earlierId === thread.start ? link.laterId : link.earlierId;
          const row = thread.rows.find(({ id }) => id === other);
          return (
            row && (
              <li key={link.id} className={link.decision}>
                <p className="small soft">
                  {row.workDate && formatDate(locale, row.workDate)} · <span dir="auto">{row.workTitle}</span>
                  {link.decision === 'rejected' && ` · ${t('thread.set-aside')}`}
                </p>
                <Quoted row={row} />
                <LinkActions link={link} />
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
}

function Alone() {
  const { t } = useSpeech();
  const works = useQuery(worksQuery);
  const one = (works.data?.works.length ?? 2) < 2;
  return <Empty title={t(one ? 'thread.one-work' : 'thread.alone')} />;
}

function ThreadPage({ thread }: { readonly thread: Thread }) {
  const { t } = useSpeech();
  const [joining, setJoining] = useState(false);
  const own = thread.rows.find(({ id }) => id === thread.start);
  if (own === undefined) return null;
  return (
    <div className="page thread-page">
      <title>{`${t('thread.title')}: ${own.quote.slice(0, 50)} · Servanda`}</title>
      <header className="lineage-head">
        <h1>{t('thread.title')}</h1>
        <Decides>
          {' '}
          <Button className="button small" onPress={() => setJoining(true)}>
            <Link2 size={14} aria-hidden />
            {t('thread.join')}
          </Button>
        </Decides>
        <Headline thread={thread} />
        <TracingNote tracing={thread.tracing} />
      </header>
      <ol className="thread">
        {thread.works.map((work) => (
          <WorkSteps key={work.id} work={work} thread={thread} />
        ))}
        {thread.works.length === 0 && <Quoted row={own} to="page" />}
        {thread.silentSince && (
          <li className="work-steps silent">{t('thread.silent-in', { title: thread.silentSince.title })}</li>
        )}
      </ol>
      {thread.links.length === 0 && thread.tracing === null && <Alone />}
      <Beside thread={thread} />
      {joining && <JoinWindow row={own} onClose={() => setJoining(false)} />}
    </div>
  );
}

/** A promise over time: its exact words in every text, and what changed between them. */
export function ThreadScreen() {
  const { id } = useParams({ from: '/commitments/$id/thread' });
  const query = useQuery(threadQuery(id));
  if (query.data) return <ThreadPage key={id} thread={query.data} />;
  return (
    <div className="page">
      {query.error ? <Failure error={query.error} retry={() => void query.refetch()} /> : <Skeleton lines={10} />}
    </div>
  );
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'react-aria-components';
import { languageName } from '../../i18n/index.ts';
import { direction } from '../../kernel/index.ts';
import { useSpeech } from '../app/locale.tsx';
import { call } from '../client.ts';
import type { Row } from '../data/queries.ts';
import { useMay } from '../data/session.ts';
import { type Parallel, parallelsQuery } from '../data/versions.ts';
import './parallels.css';
import { useDecisions } from './use-decisions.ts';

/** Joins a commitment with the same one of another text: the text imported first keeps the entry. */
function useJoin(row: Row) {
  const decide = useDecisions();
  const queries = useQueryClient();
  return async ({ expressionId, commitment }: Parallel): Promise<void> => {
    if (!commitment) return;
    if (commitment.joined) {
      const citation =
        row.joinedTo === null ? await call('getCommitment', { params: { id: commitment.id }, query: {} }) : row;
      await decide(citation, { type: 'separate' });
    } else if (expressionId < row.expressionId) await decide(row, { type: 'join', to: commitment.id });
    else
      await decide(await call('getCommitment', { params: { id: commitment.id }, query: {} }), {
        type: 'join',
        to: row.id,
      });
    for (const queryKey of [['parallels'], ['expression'], ['commitment']])
      void queries.invalidateQueries({ queryKey });
  };
}

function OneParallel({
  row,
  parallel,
  onJoin,
}: {
  readonly row: Row;
  readonly parallel: Parallel;
  readonly onJoin: (parallel: Parallel) => void;
}) {
  const { locale, t } = useSpeech();
  const may = useMay('decide');
  const { language, commitment, passage, progress } = parallel;
  const name = languageName(locale, language);
  const words = commitment?.quote ?? passage?.words;
  return (
    <li className="parallel">
      <p className="parallel-head">
        <b>{name}</b>
        {commitment?.joined && <span className="small parallel-joined">{t('parallel.joined')}</span>}
        <Link className="small" to="/versions/$a/$b" params={{ a: row.expressionId, b: parallel.expressionId }}>
          {t('parallel.compare')}
        </Link>
      </p>
      {words !== undefined && (
        <p className="parallel-words" lang={language === 'und' ? undefined : language} dir={direction(language)}>
          {words}
        </p>
      )}
      {words === undefined && (
        <p className="small soft">{progress === null ? t('parallel.none') : t('versions.comparing')}</p>
      )}
      <div className="decide-panel">
        {words !== undefined && (
          <Link
            className="button small"
            to="/read/$expressionId"
            params={{ expressionId: parallel.expressionId }}
            search={commitment ? { c: commitment.id } : { at: passage?.span.start }}
          >
            {t('parallel.open', { language: name })}
          </Link>
        )}
        {commitment && may && (
          <Button className="button small quiet" onPress={() => onJoin(parallel)}>
            {t(commitment.joined ? 'verdict.separate' : 'parallel.join')}
          </Button>
        )}
      </div>
    </li>
  );
}

/** Where a commitment stands in the other language versions of its work, word beside word. */
export function Parallels({ row }: { readonly row: Row }) {
  const { t } = useSpeech();
  const query = useQuery(parallelsQuery(row.id));
  const join = useJoin(row);
  const parallels = query.data?.parallels ?? [];
  if (parallels.length === 0) return null;
  return (
    <section className="parallels" aria-label={t('parallel.title')}>
      <h3>{t('parallel.title')}</h3>
      <ul>
        {parallels.map((parallel) => (
          <OneParallel key={parallel.expressionId} row={row} parallel={parallel} onJoin={(one) => void join(one)} />
        ))}
      </ul>
    </section>
  );
}

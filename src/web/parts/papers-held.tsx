import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { actorName, formatInstant, formatList } from '../../i18n/index.ts';
import { useSpeech } from '../app/locale.tsx';
import { call } from '../client.ts';
import { exchangeQuery, type PaperHeld, papersHeldQuery, useExchangeStep } from '../data/exchange.ts';
import { useMay, useSession } from '../data/session.ts';
import { PaperWindow } from './paper-window.tsx';
import { useErrorText } from './states.tsx';
import { toast } from './toasts.tsx';
import './papers-held.css';

type Head = PaperHeld['heads'][number];

/** The words of a paper as lines, each under a name of its own, so that two can be laid beside each other. */
function linesOf({ content }: Head): Map<string, string> {
  const {
    points = [],
    agenda = [],
    ...plain
  } = content as {
    points?: Record<string, string>[];
    agenda?: string[];
    [name: string]: unknown;
  };
  const lines = new Map(Object.entries(plain).map(([name, value]) => [name, String(value)]));
  for (const [index, point] of points.entries()) {
    for (const [language, words] of Object.entries(point)) lines.set(`${index + 1} ${language}`, words);
  }
  for (const [index, words] of agenda.entries()) lines.set(`${index + 1}`, words);
  return lines;
}

const NAMED = ['title', 'mechanism', 'ordinal', 'day', 'host', 'place'] as const;

/** One wording, or several side by side with what differs marked. */
function Wordings({ heads }: { readonly heads: readonly Head[] }) {
  const { t, locale } = useSpeech();
  const all = heads.map(linesOf);
  const differ = (name: string) => new Set(all.map((lines) => lines.get(name))).size > 1;
  // The title stands above, unless it is one of the things that differ.
  const known: readonly string[] = NAMED.filter((name) => all.some((lines) => lines.has(name)));
  const others = all.flatMap((lines) => [...lines.keys()].filter((name) => !known.includes(name)));
  const names = [...known.filter((name) => name !== 'title' || differ(name)), ...new Set(others)];
  const label = (name: string) => {
    const field = NAMED.find((one) => one === name);
    return field === undefined ? name : t(`paper-field.${field}`);
  };
  return (
    <table className="wordings">
      {heads.length > 1 && (
        <thead>
          <tr>
            <td />
            {heads.map(({ edit, party, at }) => (
              <th key={edit} scope="col">
                {actorName(locale, party)} <span className="soft small">{formatInstant(locale, at)}</span>
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {names.map((name) => {
          const differs = differ(name);
          return (
            <tr key={name} className={differs ? 'differs' : ''}>
              <th scope="row" className="soft small">
                {label(name)}
              </th>
              {heads.map(({ edit }, index) => (
                <td key={edit} dir="auto">
                  {all[index]?.get(name) ?? '—'}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Paper({
  paper,
  own,
  edit,
}: {
  readonly paper: PaperHeld;
  /** Our side towards this partner. */
  readonly own: string;
  readonly edit: (from: Head) => void;
}) {
  const { t, locale } = useSpeech();
  const say = useErrorText();
  const acts = useMay('exchange');
  const party = useSession()?.seat?.party ?? null;
  const agree = useExchangeStep((head: Head) =>
    call('agreePaperHeld', { params: { id: paper.id }, body: { edit: head.edit } }),
  );
  const [head, ...others] = paper.heads;
  if (head === undefined) return null;
  const mine = head.agreed.includes(party ?? own);
  return (
    <li className="paper-held">
      <div className="paper-held-head">
        <h3 dir="auto">{String(head.content.title ?? '')}</h3>
        <span className={`link-mark ${paper.standing}`}>{t(`paper-standing.${paper.standing}`)}</span>
        <span className="soft small">
          {t(`paper-kind.${paper.kind}`)}
          {others.length === 0 &&
            ` · ${t('partners.held-by', {
              parties: formatList(
                locale,
                head.agreed.map((one) => actorName(locale, one)),
              ),
            })}`}
        </span>
      </div>
      {others.length > 0 && <p className="failure-text small">{t('partners.conflict-explain')}</p>}
      <Wordings heads={paper.heads} />
      {paper.standing === 'agreed' && (
        <p className="soft small">
          {t('partners.hash')} <code dir="ltr">{head.hash}</code>
        </p>
      )}
      {acts && (
        <div className="partner-actions">
          {others.length === 0 && !mine && (
            <Button
              className="button small primary"
              isDisabled={agree.isPending}
              onPress={() => agree.mutate(head, { onError: (error) => toast({ text: say(error), tone: 'failure' }) })}
            >
              {t('partners.agree')}
            </Button>
          )}
          {paper.heads.map((one) => (
            <Button key={one.edit} className="button small" onPress={() => edit(one)}>
              {others.length === 0
                ? t('partners.edit')
                : t('partners.take-words', { party: actorName(locale, one.party) })}
            </Button>
          ))}
        </div>
      )}
    </li>
  );
}

/** Whether a paper waits for our side: two wordings to choose from, or words of theirs nobody here agreed to. */
export function waitsForUs({ standing, heads }: PaperHeld, own: string): boolean {
  return standing === 'conflict' || (standing === 'proposed' && !heads.some(({ agreed }) => agreed.includes(own)));
}

/**
 * Conclusions and sessions that two sides hold together: what is agreed, what is proposed, and what contradicts. `only` keeps some of
 * them; `begins` fills in a new one. Nothing where no node is exchanged with.
 */
export function PapersHeld({
  only,
  begins,
  quiet = false,
}: {
  readonly only?: (paper: PaperHeld, own: string) => boolean;
  readonly begins?: { readonly mechanism: string };
  /** Shows nothing at all where there is none. */
  readonly quiet?: boolean;
}) {
  const { t } = useSpeech();
  const [sees, acts] = [useMay('see-exchange'), useMay('exchange')];
  const { data } = useQuery({ ...papersHeldQuery, enabled: sees });
  const partners = useQuery({ ...exchangeQuery, enabled: sees }).data?.partners ?? [];
  const [editing, setEditing] = useState<{ readonly paper: PaperHeld | null; readonly from: Head | null } | null>(null);
  const ownTo = (paper: PaperHeld) => partners.find(({ id }) => id === paper.partner)?.own ?? '';
  const papers = data?.papers.filter((paper) => only?.(paper, ownTo(paper)) ?? true) ?? [];
  if (partners.length === 0 || (quiet && papers.length === 0)) return null;
  return (
    <section className="papers-held" aria-labelledby="papers-held">
      <div className="papers-head">
        <h2 id="papers-held">{t('partners.papers')}</h2>
        {acts && (
          <Button className="button small" onPress={() => setEditing({ paper: null, from: null })}>
            {t('partners.new-paper')}
          </Button>
        )}
      </div>
      {papers.length === 0 && <p className="soft">{t('partners.no-papers')}</p>}
      <ul>
        {papers.map((paper) => (
          <Paper key={paper.id} paper={paper} own={ownTo(paper)} edit={(from) => setEditing({ paper, from })} />
        ))}
      </ul>
      {editing && (
        <PaperWindow
          {...editing}
          mechanism={begins?.mechanism ?? ''}
          partners={partners}
          onClose={() => setEditing(null)}
        />
      )}
    </section>
  );
}

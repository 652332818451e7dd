import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { PROFILES } from '../../../vocabulary/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { recall, remember } from '../../app/memory.ts';
import { layoutsQuery, type PaperLayout, type PaperRequest, papersQuery } from '../../data/papers.ts';
import { useSession } from '../../data/session.ts';
import { unitsQuery } from '../../data/tasks.ts';
import { today } from '../../parts/today.ts';

/** What of a head and foot is the same from one paper to the next: kept in the browser. */
const KEPT = ['issuer', 'place', 'recipients', 'authority', 'signTitle', 'signer', 'term', 'layout'] as const;
type Kept = Partial<Pick<PaperRequest, (typeof KEPT)[number]>>;

const EMPTY: Omit<PaperRequest, 'relation' | 'party' | 'kind' | 'layout'> = {
  ...{ language: 'vi', other: null, unit: null, tasks: [], every: null, asOf: null, series: null, session: null },
  ...{ issuer: null, number: null, notation: '', term: '', place: '', date: null, addressees: [], recipients: [] },
  ...{ authority: '', signTitle: '', signer: '', annexSize: 'A4', answerBy: null },
};

function kept(party: string): Kept {
  try {
    return JSON.parse(recall(`paper.${party}`) ?? '{}') as Kept;
  } catch {
    return {};
  }
}

/** Layouts that fit: of the side's state and in force on the day; where no state's fits, as for a fictional one, all. */
export function fittingLayouts(
  layouts: readonly PaperLayout[],
  request: Pick<PaperRequest, 'party' | 'date' | 'kind'>,
): PaperLayout[] {
  const day = request.date ?? today();
  const known = layouts.some(({ country }) => country === request.party);
  const fitting = layouts.filter(
    ({ country, from, until }) =>
      (!known || country === null || country === request.party) &&
      (from === null || from <= day) &&
      (until === null || day <= until),
  );
  return request.kind === 'minutes' ? fitting.filter(({ family }) => family === 'plain') : fitting;
}

/** The five years of a committee in which a year lies, as its papers name them. */
function termOf(day: string): string {
  const first = Math.floor(Number(day.slice(0, 4)) / 5) * 5;
  return `${first}-${first + 5}`;
}

/** The relation a party stands in; the first that is known where it stands in none. */
function relationOf(party: string | undefined): string {
  return (PROFILES.find(({ parties }) => parties.some(({ code }) => code === party)) ?? PROFILES[0])?.id ?? '';
}

/** The paper on the page: what is asked for, and how to change it. */
export function usePaper() {
  const search = useSearch({ from: '/follow-up/papers' });
  const { locale } = useSpeech();
  const session = useSession();
  const layoutsFound = useQuery(layoutsQuery);
  const layouts = layoutsFound.data ?? [];
  const made = useQuery(papersQuery).data ?? [];
  const [changed, setChanged] = useState<Partial<PaperRequest>>({});
  const units = useQuery(unitsQuery).data?.units ?? [];
  const own = session?.seat?.party ?? search.party ?? units[0]?.party;
  const relation = changed.relation ?? search.relation ?? relationOf(own);
  const parties = PROFILES.find(({ id }) => id === relation)?.parties.map(({ code }) => code) ?? [];
  const party = session?.seat?.party ?? changed.party ?? search.party ?? parties[0] ?? '';
  const kind = changed.kind ?? search.kind ?? 'report';
  const base = { ...EMPTY, language: locale, issuer: session?.seat?.unit ?? null, ...kept(party) };
  const opened = {
    ...{
      unit: search.unit ?? null,
      tasks: search.task === undefined ? [] : [search.task],
      every: search.every ?? null,
    },
    ...{ series: search.series ?? null, session: search.session ?? null },
  };
  const asked = { ...base, ...opened, ...changed, relation, party, kind };
  const fitting = fittingLayouts(layouts, asked);
  const layout = fitting.find(({ id }) => id === asked.layout) ?? fitting[0];
  const before = made.find((one) => one.kind === kind && one.layout === layout?.id && one.party === party);
  const request: PaperRequest = {
    ...asked,
    layout: layout?.id ?? 'plain',
    language: layout?.language ?? asked.language,
    other: kind === 'minutes' ? (asked.other ?? (asked.language === 'zh' ? 'vi' : 'zh')) : null,
    notation: changed.notation ?? before?.notation ?? '',
    term: asked.term === '' && layout?.restart === 'term' ? termOf(asked.date ?? today()) : asked.term,
  };
  const change = (part: Partial<PaperRequest>) => {
    const next = { ...request, ...part };
    // Before the layouts are there, the one that stands in for them is nobody's choice.
    const names = KEPT.filter((name) => name !== 'layout' || layouts.length > 0);
    remember(`paper.${party}`, JSON.stringify(Object.fromEntries(names.map((name) => [name, next[name]]))));
    setChanged((known) => ({ ...known, ...part }));
  };
  return {
    request,
    change,
    fitting,
    layout,
    parties,
    fixedParty: session?.seat?.party ?? null,
    ready: layouts.length > 0,
    error: layoutsFound.error,
    retry: () => void layoutsFound.refetch(),
  };
}

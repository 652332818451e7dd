import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { FINDING_SEVERITIES, FINDING_TYPES } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { FINDING_STATES, type VersionsSearch } from '../../app/search.ts';
import {
  type Bead,
  type Change,
  type Finding,
  type Side,
  useChangeVersions,
  type Versions,
} from '../../data/versions.ts';
import { useErrorText } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';

/** What the worklist is narrowed by, each with its values. */
export const NARROWINGS = { severity: FINDING_SEVERITIES, type: FINDING_TYPES, state: FINDING_STATES } as const;
export type Narrowing = keyof typeof NARROWINGS;

/** How a finding stands. */
export function stateOf({ judgement }: Finding): (typeof FINDING_STATES)[number] {
  return judgement?.verdict ?? 'open';
}

function valueIn(finding: Finding, by: Narrowing): string {
  return by === 'state' ? stateOf(finding) : finding[by];
}

function fits(finding: Finding, search: VersionsSearch, leftOut?: Narrowing): boolean {
  return (Object.keys(NARROWINGS) as Narrowing[]).every((by) => {
    const wanted: readonly string[] | undefined = search[by];
    return by === leftOut || !wanted || wanted.includes(valueIn(finding, by));
  });
}

/** A passage chosen as the first of two to link. */
export interface LinkEnd {
  readonly side: Side;
  readonly passage: number;
}

/** Everything the parts of the page share: the findings shown, the one chosen, and what can be done. */
export function useComparison(versions: Versions) {
  const { t } = useSpeech();
  const say = useErrorText();
  const search = useSearch({ from: '/versions/$a/$b' });
  const navigate = useNavigate({ from: '/versions/$a/$b' });
  const change = useChangeVersions(versions.a.expression.id, versions.b.expression.id);
  const [end, setEnd] = useState<LinkEnd | null>(null);
  const { severity, type, state, f } = search;
  const { findings } = versions;
  // What is judged under the filter "to judge" stays in its place until another is chosen.
  const shown = useMemo(
    () => findings.filter((one) => fits(one, { severity, type, state }) || one.key === f),
    [findings, severity, type, state, f],
  );
  const chosen = shown.find(({ key }) => key === f) ?? null;

  const narrow = (part: VersionsSearch) =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: true, resetScroll: false });
  const choose = (key: string | null) => narrow({ f: key ?? undefined });
  const step = (by: 1 | -1) => {
    const at = shown.findIndex(({ key }) => key === chosen?.key);
    const next = at < 0 ? (by > 0 ? shown[0] : shown.at(-1)) : shown[at + by];
    if (next) choose(next.key);
  };
  const send = (what: Change, text: string) =>
    change.mutate(what, {
      onError: (error) => toast({ text: say(error), tone: 'failure' }),
      onSuccess: () =>
        toast({
          group: 'versions',
          text,
          ...(what.type === 'undo' ? {} : { undo: { label: t('decide.undo'), run: undo } }),
        }),
    });
  const undo = () => {
    if (versions.canUndo || change.isPending) send({ type: 'undo' }, t('verdict.undo'));
  };
  const judge = (finding: Finding, verdict: 'true' | 'false' | null, note = finding.judgement?.note ?? '') =>
    send(
      { type: 'judge', key: finding.key, verdict, note },
      verdict === null ? t('versions.reopened') : t('versions.judged', { verdict: t(`finding-state.${verdict}`) }),
    );
  /** The first press chooses, the second on the other side links; a press on the same side chooses anew. */
  const pick = (next: LinkEnd) => {
    if (end === null || end.side === next.side) {
      setEnd(end?.side === next.side && end.passage === next.passage ? null : next);
      return;
    }
    setEnd(null);
    const [a, b] = next.side === 'b' ? [end, next] : [next, end];
    send({ type: 'link', a: [a.passage], b: [b.passage] }, t('versions.linked'));
  };
  return {
    versions,
    search,
    shown,
    chosen,
    end,
    narrow,
    choose,
    step,
    judge,
    undo,
    pick,
    letGo: () => (end === null ? choose(null) : setEnd(null)),
    unlink: ({ a, b }: Bead) => send({ type: 'unlink', a: [...a], b: [...b] }, t('versions.unlinked')),
    /** How many findings a value would show, with every other narrowing applied. */
    countOf: (by: Narrowing, value: string) =>
      findings.filter((one) => fits(one, search, by) && valueIn(one, by) === value).length,
  };
}

export type Comparison = ReturnType<typeof useComparison>;

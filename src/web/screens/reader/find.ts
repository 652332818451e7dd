import { useMemo, useState } from 'react';
import { findTerms, type Span } from '../../../kernel/index.ts';
import type { Hits } from './reader-bar.tsx';

const NONE: readonly Span[] = [];

/** Places of a query in the text, and which of them is looked at; `go` moves on and shows it. */
export function useFind(
  text: string,
  query: string | undefined,
  show: (span: Span) => void,
): Hits & { readonly spans: readonly Span[] } {
  const spans = useMemo(() => (query ? findTerms(text, `"${query.replaceAll('"', '')}"`) : NONE), [text, query]);
  const [at, setAt] = useState({ query, index: -1 });
  const index = at.query === query ? at.index : -1;
  const go = (by: 1 | -1) => {
    if (spans.length === 0) return;
    const next = (index + by + spans.length) % spans.length;
    setAt({ query, index: next });
    show(spans[next] as Span);
  };
  return { spans, count: spans.length, at: Math.max(0, index), go };
}

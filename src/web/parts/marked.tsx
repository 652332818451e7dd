import { Fragment } from 'react';
import { findTerms } from '../../kernel/index.ts';

/** A text with the places of a search lit in it. */
export function Marked({ text, query }: { readonly text: string; readonly query: string | undefined }) {
  const hits = query ? findTerms(text, query) : [];
  if (hits.length === 0) return text;
  return (
    <>
      {hits.map((hit, index) => (
        <Fragment key={hit.start}>
          {text.slice(hits[index - 1]?.end ?? 0, hit.start)}
          <mark className="hit">{text.slice(hit.start, hit.end)}</mark>
        </Fragment>
      ))}
      {text.slice(hits.at(-1)?.end)}
    </>
  );
}

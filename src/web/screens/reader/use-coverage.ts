import { useMemo, useState } from 'react';
import type { Span } from '../../../kernel/index.ts';
import type { Look } from '../../app/search.ts';
import { nextPlace, type Place, placesToLook } from './places-to-look.ts';
import type { Reading } from './use-reading.ts';

/** A place gone to, and which of its list it was (from 0). */
export interface Looked {
  readonly look: Look;
  readonly place: Place;
  readonly at: number;
}

/** Going through what the meter counts: press after press, or from the list. After the last one the light goes out. */
export function useCoverage(reading: Reading, show: (span: Span) => void) {
  const { search, narrow, text } = reading;
  const look = search.coverage;
  const [looked, setLooked] = useState<Looked | null>(null);
  const places = useMemo(() => (look ? placesToLook(text, look) : []), [text, look]);
  const here = looked !== null && looked.look === look ? looked : null;
  // A commitment is chosen, and lit as such; sentences are lit all at once.
  const spans = useMemo(() => places.filter(({ row }) => row === null).map(({ span }) => span), [places]);

  const go = (wanted: Look, next: { readonly place: Place; readonly at: number } | null) => {
    setLooked(next && { look: wanted, ...next });
    narrow({ coverage: next ? wanted : undefined, ...(next?.place.row ? { c: next.place.row.id } : {}) });
    if (next && next.place.row === null) show(next.place.span);
  };
  return {
    places,
    spans,
    looked: here,
    /** To the next of what a number counts; with another number, to its first. */
    choose: (wanted: Look) => {
      const current = wanted === look && here ? { key: here.place.key, at: here.at } : null;
      go(wanted, nextPlace(placesToLook(text, wanted), current));
    },
    goTo: (place: Place) => look && go(look, { place, at: places.findIndex(({ key }) => key === place.key) }),
  };
}

export type CoverageView = ReturnType<typeof useCoverage>;

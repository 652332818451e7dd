import type { LineageLink, LineageStatus, LineageWork, Relation } from '../model.ts';
import { traceWorks } from '../trace.ts';

/** What became of the units of an earlier work in a later one. */
export interface Changes {
  readonly new: readonly LineageStatus[];
  readonly stronger: readonly LineageLink[];
  readonly weaker: readonly LineageLink[];
  readonly same: readonly LineageLink[];
  readonly fulfilled: readonly LineageLink[];
  /** The later text tells of it without its being done. */
  readonly reported: readonly LineageLink[];
  readonly gone: readonly LineageStatus[];
}

/** What a relation is in a comparison of two works: more of the same object is stronger, less of it weaker. */
export const CHANGE_OF: Readonly<Record<Relation, 'stronger' | 'weaker' | 'same' | 'fulfilled' | 'reported'>> = {
  strengthened: 'stronger',
  broadened: 'stronger',
  weakened: 'weaker',
  narrowed: 'weaker',
  continued: 'same',
  'new-form': 'same',
  localised: 'same',
  fulfilled: 'fulfilled',
  reported: 'reported',
};

/**
 * What changed between two works, the earlier first: every link in one column, units in document order. Broadened counts
 * as stronger and narrowed as weaker; new and gone are said of agreed texts of one level only.
 */
export function changes(earlier: LineageWork, later: LineageWork): Changes {
  const { links, statuses } = traceWorks([earlier, later]);
  const column = (name: (typeof CHANGE_OF)[Relation]): LineageLink[] =>
    links.filter(({ relation }) => CHANGE_OF[relation] === name);
  return {
    new: statuses.filter(({ status, place }) => status === 'new' && place.work === later.id),
    stronger: column('stronger'),
    weaker: column('weaker'),
    same: column('same'),
    fulfilled: column('fulfilled'),
    reported: column('reported'),
    gone: statuses.filter(({ status, place }) => status === 'dropped' && place.work === earlier.id),
  };
}

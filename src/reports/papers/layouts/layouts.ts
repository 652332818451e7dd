import { Problem } from '../../../kernel/index.ts';
import file from './layouts.json' with { type: 'json' };
import type { Layout, LookName } from './schema.ts';

/** Every layout there is. The file is checked against `layoutsFileSchema` by a test, not at run time. */
export const LAYOUTS: readonly Layout[] = file as unknown as readonly Layout[];

/** @throws Problem `not-found` */
export function layoutById(id: string): Layout {
  const found = LAYOUTS.find((layout) => layout.id === id);
  if (found === undefined) throw new Problem('not-found', { noun: 'layout', id });
  return found;
}

/** The layouts that may be chosen for a paper of a state on a day: its own in force then, and those for all. */
export function layoutsFor(country: string, day: string): readonly Layout[] {
  return LAYOUTS.filter(
    ({ country: own, from, until }) =>
      (own === null || own === country) && (from === null || from <= day) && (until === null || day <= until),
  );
}

/** The look of one part of a paper. */
export function lookOf(layout: Layout, name: LookName): Layout['looks'][LookName] {
  return layout.looks[name];
}

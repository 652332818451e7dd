import type { EntityRecord } from '../../db/index.ts';
import { foldForSearch, LANGUAGES } from '../../kernel/index.ts';
import { type EntityFields, type EntityState, nameIn } from '../../register/index.ts';
import type { EntityKind } from '../../vocabulary/index.ts';

/** What of an entry never changes. */
export interface EntryHead {
  readonly id: string;
  readonly relation: string;
  readonly kind: EntityKind;
}

/** Every form of an entry's name, those of a gate's sides too; in an order of its own, as a database keeps none. */
export function formsOf({ names, sides }: EntityFields): string[] {
  const all = [names, ...(sides ?? []).map((side) => side.names)];
  const inOrder = (forms: EntityFields['names']) =>
    LANGUAGES.flatMap((language) => (language === 'und' ? [] : (forms[language] ?? [])));
  return [...new Set(all.flatMap(inOrder))];
}

/** The row of the projection that an entry's state makes; what it stands for is kept until merges are followed. */
export function entityRecord({ id, relation, kind }: EntryHead, state: EntityState, canonical = id): EntityRecord {
  const { fields } = state;
  const forms = formsOf(fields);
  return {
    ...{ id, relation, kind },
    origin: state.origin,
    decision: state.decision,
    unsure: state.unsure,
    version: state.version,
    undoable: state.undoable,
    merged_into: state.mergedInto,
    canonical,
    name: nameIn(fields.names, 'vi') || id,
    search: foldForSearch(forms.join(' | ')).text,
    party: fields.party,
    type: fields.type,
    successor: fields.successor,
    fields,
  };
}

/** A name as two texts that write it differently in case, accents or blanks both write it. */
export function nameKey(name: string): string {
  return foldForSearch(name)
    .text.replace(/[\s\-–—]+/g, ' ')
    .trim();
}

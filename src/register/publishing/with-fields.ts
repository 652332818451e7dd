import type { PublicCommitment, PublicField, PublicTask, PublicView } from './model.ts';

/** Fields that a commitment shows as the register has them. */
const SHOWN = [
  ...([
    'kind',
    'strength',
    'sector',
    'actors',
    'action',
    'due',
    'targets',
    'instruments',
    'mechanisms',
    'places',
  ] as const),
];

/** What anybody reads of an item where only these fields are made public. */
export function withFields(view: PublicView, fields: readonly string[]): PublicView {
  const has = (field: PublicField) => fields.includes(field);
  switch (view.kind) {
    case 'work':
      return { ...view, parties: has('parties') ? view.parties : [] };
    case 'text':
      return { ...view, file: has('file') ? view.file : null };
    case 'commitment':
      return commitment(view, has);
    case 'task':
      return task(view, has);
  }
}

function commitment(view: PublicCommitment, has: (field: PublicField) => boolean): PublicCommitment {
  const chosen = SHOWN.filter((name) => has(name)).map((name) => [name, view.fields[name]] as const);
  const { names, ...shown } = view;
  return {
    ...shown,
    ...(names !== undefined && has('actors') && { names }),
    fields: Object.fromEntries(chosen) as PublicCommitment['fields'],
    context: has('context') ? view.context : null,
    source: has('source') ? view.source : null,
    versions: has('versions') ? view.versions : [],
    lineage: has('lineage') ? view.lineage : [],
  };
}

function task(view: PublicTask, has: (field: PublicField) => boolean): PublicTask {
  return {
    ...view,
    lead: has('lead') ? view.lead : null,
    due: has('due') ? view.due : null,
    standing: has('standing') ? view.standing : null,
  };
}

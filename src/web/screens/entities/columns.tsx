import type { ReactNode } from 'react';
import type { MessageId } from '../../../i18n/index.ts';
import type { EntityKind } from '../../../vocabulary/index.ts';
import type { EntityRow } from '../../data/entities.ts';
import type { useEntityText } from '../../parts/entity-text.ts';
import { Ends } from './ends.tsx';

type Say = ReturnType<typeof useEntityText>;

export interface EntityColumn {
  readonly id: MessageId;
  readonly cell: (row: EntityRow, say: Say) => ReactNode;
}

const TYPE: EntityColumn = {
  id: 'entity-column.type',
  cell: ({ kind, fields }, say) => say.typeName(kind, fields.type),
};
const PARTY: EntityColumn = {
  id: 'entity-column.party',
  cell: ({ fields }, say) => (fields.party === null ? '' : say.partyName(fields.party)),
};
const VALIDITY: EntityColumn = { id: 'entity.validity', cell: ({ fields }, say) => say.validity(fields) };
const SUCCESSOR: EntityColumn = {
  id: 'entity-column.successor',
  cell: ({ successorName, summary }, say) =>
    successorName === null ? (summary.successor ?? '') : say.name(successorName),
};

/** What the list of each kind shows beside the name. */
export const ENTITY_COLUMNS: Readonly<Record<EntityKind, readonly EntityColumn[]>> = {
  body: [TYPE, PARTY, VALIDITY, SUCCESSOR],
  place: [TYPE, PARTY, VALIDITY, SUCCESSOR],
  mechanism: [
    TYPE,
    { id: 'entity-column.last', cell: ({ summary }, say) => say.session(summary.last) },
    { id: 'entity-column.next', cell: ({ summary }, say) => say.session(summary.next) },
  ],
  instrument: [
    TYPE,
    {
      id: 'entity-column.signed',
      cell: ({ fields, summary }, say) => {
        if (fields.signed !== null) return say.day(fields.signed);
        return summary.signed ? say.interval(summary.signed.from, summary.signed.to) : '';
      },
    },
    {
      id: 'entity-column.expires',
      cell: ({ fields, summary }) => <Ends day={fields.expires ?? summary.expires} />,
    },
  ],
  gate: [
    {
      id: 'entity-column.grade',
      cell: ({ fields, summary }, say) => say.typeName('gate', fields.type ?? summary.grade),
    },
    {
      id: 'entity-column.change',
      cell: ({ summary }, say) => (summary.change === null ? '' : say.change(summary.change)),
    },
  ],
};

import { allUnits, paperById, type UnitRecord } from '../../db/index.ts';
import { MEDIA_TYPES, Problem } from '../../kernel/index.ts';
import { nameIn } from '../../register/index.ts';
import { type Envelope, edxmlModule, papersModule } from '../../reports/index.ts';
import type { Context } from '../context.ts';
import { goesToItsUnit } from './head.ts';
import type { PaperRequest } from './results.ts';

/** A paper without a name of its type is an official letter. */
const LETTER = 'Công văn';

/**
 * A paper that was made as an edXML envelope (QCVN 102:2016/BTTTT) with its Word file inside, from the unit that issues it to
 * the units it is addressed to.
 * @throws Problem `not-found`, `unit-without-code` (the issuer, or who it is addressed to)
 */
export async function paperEnvelope(context: Context, id: string): Promise<{ title: string; bytes: Uint8Array }> {
  const { queries } = context.database;
  const paper = await paperById(queries, id);
  if (paper === undefined) throw new Problem('not-found', { noun: 'paper', id });
  const request = paper.request as PaperRequest;
  const { layoutById } = await papersModule();
  const units = await allUnits(queries);
  const issuer = units.find((unit) => unit.id === request.issuer);
  const above = units.find((unit) => unit.id === issuer?.parent);
  const file = `${paper.number === null ? '' : `${paper.number}-`}${paper.notation || paper.kind}.docx`;
  const envelope: Envelope = {
    ...{ id, number: paper.number, notation: paper.notation, place: request.place, date: paper.date },
    from: { ...coded(issuer, paper.issuer), above: above === undefined ? null : nameIn(above.names, 'vi') },
    to: addressed(units, request).map(({ unit, name }) => coded(unit, name)),
    typeName: layoutById(paper.layout).types[paper.kind]?.name ?? LETTER,
    subject: paper.title,
    signer: { authority: request.authority, title: request.signTitle, name: request.signer },
    due: request.answerBy,
    recipients: request.recipients,
    sent: paper.made_at,
    files: [{ name: file, type: MEDIA_TYPES.docx, bytes: paper.docx }],
  };
  const { writeEdxml } = await edxmlModule();
  return { title: paper.title, bytes: new TextEncoder().encode(writeEdxml(envelope)) };
}

/** Whom it is addressed to: as typed, found among the units by any of their names, or the unit it is about. */
function addressed(units: readonly UnitRecord[], request: PaperRequest) {
  const about = units.find(({ id }) => id === request.unit);
  if (about !== undefined && goesToItsUnit(request)) return [{ unit: about, name: nameIn(about.names, 'vi') }];
  return request.addressees.map((name) => ({
    name,
    unit: units.find(({ names }) => Object.values(names).some((forms) => forms?.includes(name))),
  }));
}

function coded(unit: UnitRecord | undefined, name: string): { code: string; name: string } {
  if (unit?.code == null) throw new Problem('unit-without-code', { unit: name });
  return { code: unit.code, name: nameIn(unit.names, 'vi') };
}

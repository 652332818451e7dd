import { type MessageId, translate } from '../../i18n/index.ts';
import { LOCALES } from '../../kernel/index.ts';
import { DECISIONS, LIFECYCLES, reduce, reduceTask, TIMELINESS } from '../../register/index.ts';
import { KINDS, SECTORS, STRENGTHS } from '../../vocabulary/index.ts';
import context from './context.json' with { type: 'json' };
import type { ExportedCommitment, ExportedList, ExportedTask } from './list.ts';

/** The one JSON-LD context of the product. */
export const JSONLD_CONTEXT = context;

type Node = Readonly<Record<string, unknown>>;

const NS = context['@context'].servanda;

/** The vocabularies as SKOS: each a scheme, its terms with their names in three languages. */
const SCHEMES = {
  kind: KINDS,
  strength: STRENGTHS,
  sector: SECTORS,
  decision: DECISIONS,
  lifecycle: LIFECYCLES,
  timeliness: TIMELINESS,
} as const satisfies Readonly<Record<string, readonly string[]>>;
type Scheme = keyof typeof SCHEMES;

function concept(scheme: Scheme, value: string): string {
  return `${NS}${scheme}/${value}`;
}

/** Every term of every vocabulary of the product, as SKOS concepts in their schemes. */
export function vocabularyNodes(): Node[] {
  return (Object.keys(SCHEMES) as Scheme[]).flatMap((scheme) => [
    { id: `${NS}${scheme}`, type: 'ConceptScheme' },
    ...SCHEMES[scheme].map((value) => ({
      ...{ id: concept(scheme, value), type: 'Concept', inScheme: `${NS}${scheme}`, notation: value },
      prefLabel: Object.fromEntries(
        LOCALES.map((locale) => [locale, translate(locale, `${scheme}.${value}` as MessageId)]),
      ),
    })),
  ]);
}

/**
 * A list as JSON-LD: citations as Web Annotations (the words with those around them, and their place in code points; in UTF-16 units
 * besides), what was done as PROV activities, vocabularies as SKOS.
 * @param pages where the pages are; ids are addresses there
 * @param published address of the context; null puts it into the file
 */
export function listJsonLd(list: ExportedList, pages: string, published: string | null): Node {
  const nodes = [
    ...list.commitments.flatMap((one) => commitmentNodes(one, pages)),
    ...list.tasks.flatMap((one) => taskNodes(one, pages)),
    ...list.rows.map((row, index) => rowNode(list, row, index, pages)),
  ];
  const about = {
    id: `${pages}/api/exports/${list.list}`,
    type: 'prov:Collection',
    title: list.table.title,
    'dcterms:created': list.at,
    issued: list.day,
  };
  const ids = [...list.commitments, ...list.tasks].map(({ id }) => `${pages}/${list.list}/${encodeURIComponent(id)}`);
  return {
    '@context': published ?? context['@context'],
    '@graph': [{ ...about, 'prov:hadMember': ids.map((id) => ({ id })) }, ...nodes, ...vocabularyNodes()],
  };
}

function commitmentNodes(one: ExportedCommitment, pages: string): Node[] {
  const id = `${pages}/commitments/${encodeURIComponent(one.id)}`;
  const text = `${pages}/read/${encodeURIComponent(one.text.id)}`;
  const { fields, decision } = reduce(one.actions);
  const activities = activitiesOf(id, one.actions);
  return [
    {
      ...{
        id,
        type: ['Commitment', 'Entity'],
        title: one.quote,
        path: one.path,
        actors: fields.actors,
        wasDerivedFrom: text,
      },
      ...(one.page !== null && { page: one.page }),
      ...{
        kind: concept('kind', fields.kind),
        strength: concept('strength', fields.strength),
        sector: concept('sector', fields.sector),
      },
      decision: concept('decision', decision),
      ...(fields.due !== null && {
        dueWords: fields.due.text,
        ...(fields.due.to?.length === 10 && { due: fields.due.to }),
      }),
      wasGeneratedBy: activities.at(-1)?.id,
    },
    {
      id: text,
      type: 'Entity',
      title: one.text.workTitle,
      language: one.text.language,
      sha256: one.text.sha256,
      fileName: one.text.file,
      ...(one.text.date?.length === 10 && { issued: one.text.date }),
      isPartOf: `${pages}/works/${encodeURIComponent(one.text.work)}`,
    },
    {
      ...{ id: `${id}#citation`, type: 'Annotation', motivation: 'identifying', body: id },
      target: { type: 'SpecificResource', source: text, selector: selectorsOf(one) },
    },
    ...activities,
  ];
}

function selectorsOf({ quote, prefix, suffix, utf16, codePoints }: ExportedCommitment): Node[] {
  return [
    { type: 'TextQuoteSelector', exact: quote, prefix, suffix },
    ...(utf16 === null || codePoints === null
      ? []
      : [{ type: 'TextPositionSelector', ...codePoints, startUtf16: utf16.start, endUtf16: utf16.end }]),
  ];
}

/** Who did what, one activity an action, each after the one before. A person is named by their post's holding, never by name. */
function activitiesOf(
  id: string,
  actions: ExportedCommitment['actions'] | ExportedTask['actions'],
): (Node & { readonly id: string })[] {
  return actions.map(({ sequence, at, by, body }) => ({
    ...{ id: `${id}#action-${sequence}`, type: 'Activity', actionType: body.type, endedAtTime: at, used: id },
    wasAssociatedWith: by === 'rules' ? `${NS}rules` : `urn:servanda:hand:${encodeURIComponent(by)}`,
    ...(sequence > 1 && { wasInformedBy: `${id}#action-${sequence - 1}` }),
  }));
}

function taskNodes(one: ExportedTask, pages: string): Node[] {
  const id = `${pages}/tasks/${encodeURIComponent(one.id)}`;
  const activities = activitiesOf(id, one.actions);
  const { lifecycle } = reduceTask(one.actions);
  return [
    {
      ...{ id, type: ['Task', 'Entity'], title: one.title, lead: `urn:servanda:unit:${encodeURIComponent(one.lead)}` },
      ...(one.due !== null && { due: one.due }),
      ...{ lifecycle: concept('lifecycle', lifecycle), timeliness: concept('timeliness', one.timeliness) },
      keeps: one.commitments.map((commitment) => `${pages}/commitments/${encodeURIComponent(commitment)}`),
      wasGeneratedBy: activities.at(-1)?.id,
    },
    ...activities,
  ];
}

/** A row of a list without a vocabulary of its own: its fields as they are. */
function rowNode({ list }: ExportedList, row: unknown, index: number, pages: string): Node {
  const own = (row as { readonly id?: unknown } | null)?.id;
  const name = typeof own === 'string' ? own : String(index + 1);
  return { id: `${pages}/api/exports/${list}#${encodeURIComponent(name)}`, type: ['Record', 'Entity'], cells: row };
}

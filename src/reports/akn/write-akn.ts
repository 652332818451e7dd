import { type Checked, checked } from '../../kernel/index.ts';
import { writeBody } from './body.ts';
import { writeCommitments } from './commitments.ts';
import type { AknInput } from './model.ts';
import { languageCode, type Names, namesOf } from './names.ts';
import { References } from './references.ts';
import { attributes, empty } from './xml.ts';

const NAMESPACE = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';
/** FRBRdate must hold a date; its name says that none is known. */
const NO_DATE = '0001-01-01';

/**
 * Writes a text as Akoma Ntoso 1.0 (OASIS LegalDocML, namespace `…/akn/3.0`). Every character of the text stands in
 * `preface` and `mainBody` once and in its order, so that reading the file gives the same text; what XML cannot hold
 * stands as a `marker`, and a message says how many.
 */
export function writeAkn(input: AknInput): Checked<string> {
  const names = namesOf(input);
  const references = new References();
  const analysis = writeCommitments(input, references);
  const { xml: body, marked } = writeBody(input, analysis.marks);
  const meta = writeMeta(input, names, analysis.xml, references);
  const { element } = names;
  const xml =
    `<?xml version="1.0" encoding="UTF-8"?>\n<akomaNtoso xmlns="${NAMESPACE}">\n` +
    `  <${element}${attributes({ name: input.work.type, contains: 'originalVersion' })}>\n` +
    `${meta}${body}  </${element}>\n</akomaNtoso>\n`;
  return checked(
    xml,
    marked === 0 ? [] : [{ severity: 'info', id: 'document.characters-as-markers', details: { count: marked } }],
  );
}

function writeMeta(input: AknInput, names: Names, analysis: string, references: References): string {
  const { date, parties, title } = input.work;
  const authors = parties.map((party) => references.to('TLCOrganization', 'party', party));
  const event = date === null ? null : references.to('TLCEvent', 'event', 'adoption', title);
  const lifecycle =
    event === null
      ? ''
      : `      <lifecycle source="#servanda">\n        ${empty('eventRef', {
          ...{ eId: 'adopted', date, source: `#${event}`, type: 'generation', refersTo: `#${event}` },
        })}\n      </lifecycle>\n`;
  const servanda = empty('TLCOrganization', {
    ...{ eId: 'servanda', href: '/akn/ontology/organization/servanda', showAs: 'Servanda' },
  });
  return (
    `    <meta>\n${identification(input, names, authors)}${lifecycle}${analysis}` +
    `      <references source="#servanda">\n        ${servanda}\n${references.xml}      </references>\n    </meta>\n`
  );
}

function identification({ work, language, source, on }: AknInput, names: Names, authors: readonly string[]): string {
  const made = authors.length === 0 ? [author('servanda', null)] : authors.map((eId) => author(eId, null));
  const dated = empty('FRBRdate', { date: work.date ?? NO_DATE, name: work.date === null ? 'unknown' : 'adoption' });
  return level('identification source="#servanda"', 6, [
    level('FRBRWork', 8, [
      ...iris(names.work, ''),
      empty('FRBRalias', { value: work.title, name: 'title' }),
      dated,
      ...made,
      empty('FRBRcountry', { value: names.country }),
      empty('FRBRsubtype', { value: work.type }),
      empty('FRBRnumber', { value: names.number, showAs: work.number }),
    ]),
    level('FRBRExpression', 8, [
      ...iris(names.expression, ''),
      dated,
      ...made,
      empty('FRBRversionNumber', { value: String(source.version) }),
      empty('FRBRlanguage', { language: languageCode(language) }),
    ]),
    level('FRBRManifestation', 8, [
      ...iris(names.expression, '.xml'),
      empty('FRBRalias', { value: source.name, name: 'source-file' }),
      empty('FRBRalias', { value: `sha256:${source.sha256}`, name: 'source-digest' }),
      ...(source.start === 0 ? [] : [empty('FRBRalias', { value: String(source.start), name: 'source-start' })]),
      empty('FRBRdate', { date: on, name: 'markup' }),
      author('servanda', null),
      empty('FRBRformat', { value: 'application/akn+xml' }),
    ]),
  ]);
}

/** The component IRI of the whole document ends in `!main` (naming convention, section 4.6). */
function iris(iri: string, ending: string): string[] {
  return [empty('FRBRthis', { value: `${iri}/!main${ending}` }), empty('FRBRuri', { value: iri + ending })];
}

function author(eId: string, as: string | null): string {
  return empty('FRBRauthor', { href: `#${eId}`, as });
}

function level(tag: string, indent: number, parts: readonly string[]): string {
  const space = ' '.repeat(indent);
  const inside = parts.map((part) => (part.startsWith(' ') ? part : `${space}  ${part}\n`)).join('');
  return `${space}<${tag}>\n${inside}${space}</${tag.split(' ')[0]}>\n`;
}

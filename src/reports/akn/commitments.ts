import { escapeXml } from '../../kernel/index.ts';
import type { AknCommitment, AknInput } from './model.ts';
import type { References } from './references.ts';
import type { Mark } from './runs.ts';
import { attributes } from './xml.ts';

/** Namespace of what `otherAnalysis` says of commitments. */
const NAMESPACE = 'urn:servanda:commitments:1';

/**
 * Commitments as marks in the text and as an analysis in the metadata. Akoma Ntoso has no element for undertakings: its
 * generic `inline` marks the words, `otherAnalysis` (open to other namespaces) holds the fields, and a `TLCObject`
 * joins the two.
 */
export function writeCommitments(
  { commitments, source }: Pick<AknInput, 'commitments' | 'source'>,
  references: References,
): { readonly marks: readonly Mark[]; readonly xml: string } {
  const marks: Mark[] = [];
  const entries: string[] = [];
  for (const commitment of commitments) {
    const { span, id } = commitment;
    const eId = references.to('TLCObject', 'commitment', id, commitment.action || id);
    if (span.end > span.start) marks.push({ ...span, name: 'commitment', refersTo: `#${eId}` });
    entries.push(entry(commitment, { eId, inFile: source.start }, references));
  }
  if (entries.length === 0) return { marks, xml: '' };
  const analysis = `        <otherAnalysis source="#servanda" xmlns:s="${NAMESPACE}">\n${entries.join('')}        </otherAnalysis>\n`;
  return { marks, xml: `      <analysis source="#servanda">\n${analysis}      </analysis>\n` };
}

function entry(
  commitment: AknCommitment,
  { eId, inFile }: { readonly eId: string; readonly inFile: number },
  references: References,
): string {
  const { kind, strength, sector, decision, due, span } = commitment;
  const concept = (scheme: string, name: string) => `#${references.to('TLCConcept', scheme, name)}`;
  const body = (name: string) => `#${references.to('TLCOrganization', 'body', name)}`;
  const values = {
    ...{ object: `#${eId}`, id: commitment.id, decision, start: String(span.start), end: String(span.end) },
    ...{ startInFile: String(inFile + span.start), endInFile: String(inFile + span.end) },
    ...{ kind: concept('kind', kind), strength: concept('strength', strength), sector: concept('sector', sector) },
  };
  const parts = [
    element('action', {}, commitment.action),
    ...(due === null ? [] : [element('due', { from: due.from, to: due.to }, due.text)]),
    ...commitment.targets.map(({ text, value, unit }) => element('target', { value: String(value), unit }, text)),
    ...(commitment.review ? [element('review', { on: commitment.review }, '')] : []),
    ...commitment.actors.map((name) => element('actor', { refersTo: body(name) }, name)),
    ...(commitment.lead === null ? [] : [element('lead', { refersTo: body(commitment.lead) }, commitment.lead)]),
    ...commitment.coordinators.map((name) => element('coordinator', { refersTo: body(name) }, name)),
    ...reporting(commitment, body),
    ...commitment.instruments.map((name) => element('instrument', {}, name)),
    ...commitment.mechanisms.map((name) => element('mechanism', { refersTo: body(name) }, name)),
    ...commitment.places.map((name) =>
      element('place', { refersTo: `#${references.to('TLCLocation', 'place', name)}` }, name),
    ),
  ];
  return `          <s:commitment${attributes(values)}>${parts.join('')}</s:commitment>\n`;
}

function reporting({ report }: AknCommitment, body: (name: string) => string): string[] {
  if (report === null) return [];
  return [
    element(
      'report',
      { period: report.period, to: report.recipients.map(body).join(' ') },
      report.recipients.join('; '),
    ),
  ];
}

function element(name: string, values: Readonly<Record<string, string | null>>, words: string): string {
  return `<s:${name}${attributes(values)}>${escapeXml(words)}</s:${name}>`;
}

import type { Candidate, CommitmentFields } from '../commitments/index.ts';

/** The fields of a commitment under the names of the contract. `targets`, `lead`, `coordinate`, `report` stand where there are any. */
export function fieldsRecord(fields: CommitmentFields) {
  return {
    kind: fields.kind,
    actors: fields.actors,
    action: fields.action,
    strength: fields.strength,
    due: fields.due,
    sector: fields.sector,
    instruments: fields.instruments,
    mechanisms: fields.mechanisms,
    places: fields.places,
    ...(fields.targets.length === 0 ? {} : { targets: fields.targets }),
    ...(fields.lead === null ? {} : { lead: fields.lead }),
    ...(fields.coordinators.length === 0 ? {} : { coordinate: fields.coordinators }),
    ...(fields.report === null
      ? {}
      : { report: { period: fields.report.period, recipient: fields.report.recipients } }),
  };
}

/**
 * One line of `servanda extract`: offsets are UTF-16 units of the decoded text, `doc` the base name of the file,
 * `why` the rules that decided with the words that made them.
 */
export function extractRecord(doc: string, candidate: Candidate) {
  return {
    doc,
    start: candidate.span.start,
    end: candidate.span.end,
    quote: candidate.quote,
    lang: candidate.language,
    path: candidate.path,
    ...fieldsRecord(candidate),
    confidence: candidate.confidence,
    why: candidate.why.map(({ rule, words }) => (words === '' ? rule : `${rule}: ${words}`)),
  };
}

import type { Message, Severity } from '../../kernel/index.ts';

/**
 * Every rule a CAP file is held to: how much it weighs, and where it is written. An *error* makes the message
 * unacceptable; a *warning* is a SHOULD of the standard, or something that a duty officer had better see; an *info*
 * says how the file was read. Clauses are of CAP 1.2 unless they name another text; XML 1.0 is the recommendation.
 */
export const CAP_RULES = {
  // The file
  'xml-empty': ['error', 'XML 1.0, 2.1'],
  'xml-too-large': ['error', 'docs/exchange-formats.md'],
  'xml-too-deep': ['error', 'docs/exchange-formats.md'],
  'xml-too-many': ['error', 'docs/exchange-formats.md'],
  'xml-encoding-unknown': ['error', 'XML 1.0, 4.3.3'],
  'xml-encoding-wrong': ['error', 'XML 1.0, 4.3.3'],
  'xml-doctype': ['error', 'CAP 3.3.3'],
  'xml-malformed': ['error', 'CAP 4.2 (a)'],
  'not-cap': ['error', 'CAP 4.2 (b)'],
  // Feeds and distributions that hold alerts
  'feed-part-missing': ['error', 'RFC 4287, 4.1; RSS 2.0'],
  'feed-part-unknown': ['error', 'RFC 4287, 4.1'],
  'feed-entry-empty': ['error', 'CAP feeds 1.0 (OASIS)'],
  'feed-index': ['info', 'CAP feeds 1.0 (OASIS)'],
  version: ['info', 'CAP 1.2, 1.3'],
  'password-dropped': ['info', 'CAP 1.0, password'],
  'signature-unverified': ['warning', 'CAP 3.3.4.1'],
  // The schema
  'element-unknown': ['error', 'CAP 3.4'],
  'element-order': ['error', 'CAP 3.4'],
  'element-repeated': ['error', 'CAP 3.4'],
  'element-missing': ['error', 'CAP 3.4'],
  'attribute-unknown': ['error', 'CAP 3.4'],
  'text-stray': ['error', 'CAP 3.4'],
  'value-unknown': ['error', 'CAP 3.4'],
  'number-form': ['error', 'CAP 3.4'],
  'language-form': ['error', 'CAP 3.2.2 language; RFC 3066'],
  'element-empty': ['error', 'CAP 3.2.1'],
  'element-blank': ['warning', 'CAP 3.2'],
  // Times
  'time-form': ['error', 'CAP 3.3.2'],
  'time-utc': ['error', 'CAP 3.3.2'],
  'time-comma': ['error', 'CAP 3.3.2'],
  'time-impossible': ['error', 'CAP 3.3.2'],
  'time-plus-zero': ['warning', 'CAP 3.3.2'],
  // The alert
  'identifier-characters': ['error', 'CAP 3.2.1 identifier'],
  'sender-characters': ['error', 'CAP 3.2.1 sender'],
  'identifier-oid': ['warning', 'WMO-No. 1109, 2.49.0.1'],
  'list-quotes': ['error', 'CAP 3.2.1 addresses, incidents'],
  'address-comma': ['warning', 'CAP 3.2.1 addresses'],
  'references-form': ['error', 'CAP 3.2.1 references'],
  'references-missing': ['error', 'CAP 3.2.1 msgType, references'],
  'references-later': ['warning', 'CAP 3.2.1 references'],
  'references-itself': ['error', 'CAP 3.2.1 references'],
  'restriction-missing': ['error', 'CAP 3.2.1 restriction'],
  'restriction-unexpected': ['error', 'CAP 3.2.1 restriction'],
  'addresses-missing': ['error', 'CAP 3.2.1 addresses'],
  'note-missing': ['warning', 'CAP 3.2.1 status, msgType, note'],
  'not-actionable': ['warning', 'CAP 3.2.1 status'],
  'info-missing': ['warning', 'CAP 3.2.1 info'],
  // Blocks of information
  'language-repeated': ['warning', 'CAP 3.2.1 info, 3.2.2 language'],
  'languages-disagree': ['warning', 'CAP 3.2.1 info'],
  'expires-early': ['warning', 'CAP 3.2.2 effective, expires'],
  'onset-after-expires': ['warning', 'CAP 3.2.2 onset, expires'],
  'web-relative': ['warning', 'CAP 3.2.2 web'],
  'level-severity': ['warning', 'CAP 3.2.2 severity, parameter'],
  // Resources
  'resource-nothing': ['warning', 'CAP 3.2.3 uri, derefUri'],
  'resource-relative': ['warning', 'CAP 3.2.3 uri'],
  'resource-type': ['warning', 'CAP 3.2.3 mimeType; RFC 2046'],
  'resource-encoding': ['warning', 'CAP 3.2.3 derefUri'],
  'resource-size': ['warning', 'CAP 3.2.3 size'],
  'resource-digest': ['warning', 'CAP 3.2.3 digest'],
  // Areas
  'point-form': ['error', 'CAP 3.3.1'],
  'point-range': ['error', 'CAP 3.3.1'],
  'polygon-points': ['error', 'CAP 3.2.4 polygon'],
  'polygon-open': ['error', 'CAP 3.2.4 polygon'],
  'circle-form': ['error', 'CAP 3.2.4 circle'],
  'altitude-negative': ['warning', 'CAP 3.2.4 altitude'],
  'ceiling-alone': ['error', 'CAP 3.2.4 ceiling'],
  'ceiling-below': ['error', 'CAP 3.2.4 altitude, ceiling'],
} as const satisfies Readonly<Record<string, readonly [Severity, string]>>;

export type CapRule = keyof typeof CAP_RULES;

/** What a rule found, and where: the path of the element (`alert/info[2]/area[1]/polygon[1]`), line and column. */
export interface CapFinding extends Message {
  readonly rule: CapRule;
  readonly clause: string;
  readonly path: string;
  /** From 1; 0 where the alert came from no file. */
  readonly line: number;
  readonly column: number;
}

export interface CapPlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** A finding of a rule, with what its sentence names. */
export function capFinding(rule: CapRule, place: CapPlace, details: Message['details'] = {}): CapFinding {
  const [severity, clause] = CAP_RULES[rule];
  const { path, line, column } = place;
  return { severity, id: `cap.${rule}`, details, rule, clause, path, line, column };
}

/** Whether nothing found is an error. */
export function acceptable(findings: readonly CapFinding[]): boolean {
  return findings.every(({ severity }) => severity !== 'error');
}

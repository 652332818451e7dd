import { readXml, type XmlElement, type XmlRefusal } from '../xml/read-xml.ts';
import { checkAlert } from './check-alert.ts';
import { alertElements, NAMESPACES } from './elements.ts';
import { type CapAlert, type CapReference, type CapVersion, referenceTo } from './model.ts';
import { AlertReader } from './read-alert.ts';
import { CapReport, type Found } from './read-sequence.ts';
import { acceptable, type CapFinding, type CapRule, capFinding } from './rules.ts';

/** What a CAP file holds: the alert, where nothing found is an error; and everything found, in the order of the file. */
export interface CapReading {
  readonly version: CapVersion | null;
  readonly alert: CapAlert | null;
  /** Whom and what an answer names, wherever these three could be read: also of a message that is refused. */
  readonly reference: CapReference | null;
  readonly findings: readonly CapFinding[];
}

/** An alert with maps inside it may be some MB; more is none that anyone could act on. */
const LIMITS = { bytes: 16 * 1024 * 1024, depth: 24, elements: 200_000 } as const;

/** Reads a CAP 1.2 file, and 1.0 and 1.1 as 1.2 with a message. Nothing is fetched, nothing is mended in silence. */
export function readCap(bytes: Uint8Array): CapReading {
  const read = readXml(bytes, LIMITS);
  return 'root' in read ? placeAlert(read.root, read.root.name) : unread(read);
}

/** A file that is no readable XML. */
export function unread({ refused, line, column, detail }: XmlRefusal): CapReading {
  const finding = capFinding(`xml-${refused}` satisfies CapRule, { path: '', line, column }, { detail });
  return { version: null, alert: null, reference: null, findings: [finding] };
}

/** Reads an alert that stands inside another file, as feeds hold them; findings name its place in that file. */
export function placeAlert(element: XmlElement, path: string): CapReading {
  const { findings, ...reading } = readCapElement(element);
  const outer = path.slice(0, Math.max(0, path.length - element.name.length));
  return { ...reading, findings: findings.map((one) => ({ ...one, path: `${outer}${one.path}` })) };
}

function readCapElement(element: XmlElement): CapReading {
  const report = new CapReport();
  const root: Found = { element, path: element.name, line: element.line, column: element.column };
  const version = element.name === 'alert' ? (NAMESPACES[element.space] ?? null) : null;
  if (version === null) {
    report.say('not-cap', root, { name: element.name, space: element.space || '–' });
    return { version, alert: null, reference: null, findings: report.findings };
  }
  report.at(root);
  if (version !== '1.2') report.say('version', root, { version });
  const alert = new AlertReader(version, report).read(root, alertElements(version));
  report.findings.push(...checkAlert(alert, report.locate));
  const findings = [...report.findings].sort((a, b) => a.line - b.line || a.column - b.column);
  const reference = alert.identifier && alert.sender && alert.sent ? referenceTo(alert) : null;
  return { version, alert: acceptable(findings) ? alert : null, reference, findings };
}

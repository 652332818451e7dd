import type { Message, Severity } from '../../kernel/index.ts';
import type { XmlRefusal } from '../xml/read-xml.ts';

/**
 * What may be found in a file of water data. An *error* keeps the file from being taken in: a level of unknown unit or
 * hour is worse than none. A *warning* is taken in and shown.
 */
export const WATER_RULES = {
  'not-water': ['error', 'OGC 10-126r4, 9.1'],
  'waterml-1': ['error', 'WaterML 1.1 (CUAHSI)'],
  'form-unsupported': ['error', 'OGC 10-126r4, 9.6'],
  'result-elsewhere': ['error', 'OGC 10-126r4, 9.2'],
  'nothing-measured': ['error', 'OGC 10-126r4, 9.1'],
  'station-missing': ['error', 'OGC 10-126r4, 9.14'],
  'unit-missing': ['error', 'OGC 10-126r4, 9.8'],
  'unit-changes': ['error', 'OGC 10-126r4, 9.8'],
  'unit-unknown': ['warning', 'UCUM'],
  'parameter-unknown': ['warning', 'OGC 10-126r4, 9.2'],
  'datum-missing': ['warning', 'OGC 10-126r4, 9.14'],
  'datum-changed': ['warning', 'docs/exchange-formats.md'],
  'time-form': ['error', 'ISO 8601'],
  'time-offset': ['error', 'ISO 8601; docs/exchange-formats.md'],
  'time-from-station': ['warning', 'OGC 10-126r4, 9.14 timeZone'],
  'time-repeated': ['warning', 'OGC 10-126r4, 9.6'],
  'time-contradicts': ['error', 'OGC 10-126r4, 9.6'],
  'value-form': ['error', 'OGC 10-126r4, 9.7'],
  'quality-unknown': ['warning', 'OGC 10-126r4, 9.9'],
  'csv-header': ['error', 'docs/exchange-formats.md'],
  'csv-quotes': ['error', 'RFC 4180, 2.5'],
  'csv-cells': ['error', 'RFC 4180, 2.4'],
  'too-many': ['error', 'docs/exchange-formats.md'],
  'json-malformed': ['error', 'RFC 8259'],
  'json-form': ['error', 'OGC 18-088, 8.2'],
} as const satisfies Readonly<Record<string, readonly [Severity, string]>>;

export type WaterRule = keyof typeof WATER_RULES;

export interface WaterPlace {
  /** From 1; 0 where the format has no lines worth naming. */
  readonly line: number;
  readonly column: number;
}

export interface WaterFinding extends Message, WaterPlace {
  readonly rule: string;
  readonly clause: string;
  /** How many more of the kind there are, told with the last that is shown. */
  readonly more?: number;
}

export function waterFinding(rule: WaterRule, place: WaterPlace, details: Message['details'] = {}): WaterFinding {
  const [severity, clause] = WATER_RULES[rule];
  return { severity, id: `water.${rule}`, details, rule, clause, line: place.line, column: place.column };
}

/** A file that is no readable XML, told in the words CAP files are refused with. */
export function xmlFinding({ refused, detail, line, column }: XmlRefusal): WaterFinding {
  const details = refused === 'empty' || refused === 'doctype' ? {} : { detail };
  return {
    severity: 'error',
    id: `cap.xml-${refused}`,
    details,
    rule: `xml-${refused}`,
    clause: 'XML 1.0',
    line,
    column,
  };
}

import type { Message, Severity } from '../../kernel/index.ts';
import type { XmlRefusal } from '../xml/read-xml.ts';

/**
 * What may be found in a file of water data. An *error* keeps the file from being taken in: a level of unknown unit or
 * hour is worse than none. A *warning* is taken in and shown.
 */
export const WATER_RULES = {
  'not-water': ['error', 'OGC 10-126r4, /req/xsd-collection'],
  'waterml-1': ['error', 'WaterML 1.1 (CUAHSI)'],
  'form-unsupported': ['error', 'OGC 10-126r4, /req/xsd-measurement-timeseries-tvp-observation/result'],
  'result-elsewhere': ['error', 'OGC 10-126r4, /req/xsd-measurement-timeseries-tvp-observation/result'],
  'nothing-measured': ['error', 'OGC 10-126r4, /req/xsd-measurement-timeseries-tvp-observation/result'],
  'station-missing': ['error', 'OGC 10-126r4, /req/xsd-feature-of-interest-monitoring-point/featureOfInterest'],
  'form-left': ['warning', 'OGC 10-126r4, /req/xsd-measurement-timeseries-tvp-observation/result'],
  'series-alone': ['warning', 'OGC 10-126r4, /req/xsd-feature-of-interest-monitoring-point/featureOfInterest'],
  'process-apart': ['info', 'docs/exchange-formats.md'],
  'unit-missing': ['error', 'OGC 10-126r4, /req/xsd-measurement-timeseries-tvp/unit-of-measure'],
  'unit-changes': ['error', 'OGC 10-126r4, /req/xsd-measurement-timeseries-tvp/unit-of-measure'],
  'unit-mixed': ['warning', 'docs/exchange-formats.md'],
  'unit-unknown': ['warning', 'UCUM'],
  'parameter-unknown': ['warning', 'docs/exchange-formats.md'],
  'datum-missing': ['warning', 'docs/exchange-formats.md'],
  'datum-changed': ['warning', 'docs/exchange-formats.md'],
  'time-form': ['error', 'OGC 10-126r4, /req/xsd-xml-rules/iso8601-time'],
  'time-offset': ['error', 'OGC 10-126r4, /req/xsd-xml-rules/time-zone; docs/exchange-formats.md'],
  'time-from-station': ['warning', 'OGC 10-126r4, /req/xsd-xml-rules/time-zone'],
  'time-missing': ['error', 'OGC 10-126r4, /req/xsd-timeseries-tvp/time-mandatory'],
  'time-counted': ['info', 'OGC 10-126r4, /req/xsd-timeseries-tvp/equidistant-encoding'],
  'interpolation-missing': ['info', 'OGC 10-126r4, /req/xsd-measurement-timeseries-tvp/interpolation-type'],
  'time-repeated': ['warning', 'docs/exchange-formats.md'],
  'time-contradicts': ['error', 'docs/exchange-formats.md'],
  'value-form': ['error', 'OGC 10-126r4, /req/xsd-measurement-timeseries-tvp/value-measure'],
  'quality-unknown': ['warning', 'http://www.opengis.net/def/waterml/2.0/quality'],
  'csv-header': ['error', 'docs/exchange-formats.md'],
  'csv-quotes': ['error', 'RFC 4180, 2.5'],
  'csv-cells': ['error', 'RFC 4180, 2.4'],
  'too-many': ['error', 'docs/exchange-formats.md'],
  'json-malformed': ['error', 'RFC 8259'],
  'json-form': ['error', 'OGC 18-088, 8.2'],
  'json-more': ['warning', 'OGC 18-088, 9.3'],
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

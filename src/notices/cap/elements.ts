import {
  CATEGORIES,
  type CapVersion,
  CERTAINTIES,
  MSG_TYPES,
  RESPONSE_TYPES,
  SCOPES,
  SEVERITIES,
  STATUSES,
  URGENCIES,
} from './model.ts';

export const NAMESPACES: Readonly<Record<string, CapVersion>> = {
  'http://www.incident.com/cap/1.0': '1.0',
  'urn:oasis:names:tc:emergency:cap:1.1': '1.1',
  'urn:oasis:names:tc:emergency:cap:1.2': '1.2',
};
export const CAP_NAMESPACE = 'urn:oasis:names:tc:emergency:cap:1.2';
export const SIGNATURE_NAMESPACE = 'http://www.w3.org/2000/09/xmldsig#';

/** What an element holds. `values` is a closed list; `parts` an element with elements of its own. */
export type ElementForm =
  | { readonly form: 'text' | 'time' | 'language' | 'whole' | 'decimal' | 'pair' }
  | { readonly form: 'value'; readonly values: readonly string[] }
  | { readonly form: 'parts'; readonly parts: readonly CapElement[] };

/** One line of a sequence of the schema: its place in the list is its place in the file. */
export type CapElement = { readonly name: string; readonly min: 0 | 1; readonly many: boolean } & ElementForm;

const TEXT = { form: 'text' } as const;
const TIME = { form: 'time' } as const;
const PAIR = { form: 'pair' } as const;

function one(name: string, form: ElementForm): CapElement {
  return { name, min: 1, many: false, ...form };
}
function maybe(name: string, form: ElementForm): CapElement {
  return { name, min: 0, many: false, ...form };
}
function several(name: string, form: ElementForm, min: 0 | 1 = 0): CapElement {
  return { name, min, many: true, ...form };
}
function of(values: readonly string[]): ElementForm {
  return { form: 'value', values };
}
function without(values: readonly string[], ...gone: string[]): readonly string[] {
  return values.filter((value) => !gone.includes(value));
}

/**
 * The sequence of an alert in one version of CAP, with what each later version took away and added: 1.0 had a
 * password, plain texts for values and no list of responses; 1.1 no Avoid, Assess, AllClear, and free types of files.
 */
export function alertElements(version: CapVersion): readonly CapElement[] {
  const first = version === '1.0';
  return [
    one('identifier', TEXT),
    one('sender', TEXT),
    one('sent', TIME),
    one('status', of(first ? without(STATUSES, 'Draft') : STATUSES)),
    one('msgType', of(MSG_TYPES)),
    ...(first ? [maybe('password', TEXT)] : []),
    maybe('source', TEXT),
    (first ? maybe : one)('scope', of(SCOPES)),
    maybe('restriction', TEXT),
    maybe('addresses', TEXT),
    several('code', TEXT),
    maybe('note', TEXT),
    maybe('references', TEXT),
    maybe('incidents', TEXT),
    several('info', { form: 'parts', parts: infoElements(version) }),
  ];
}

function infoElements(version: CapVersion): readonly CapElement[] {
  const first = version === '1.0';
  const pair: ElementForm = first ? TEXT : PAIR;
  return [
    maybe('language', { form: 'language' }),
    several('category', of(first ? without(CATEGORIES, 'CBRNE') : CATEGORIES), first ? 0 : 1),
    one('event', TEXT),
    ...(first ? [] : [several('responseType', of(responseTypes(version)))]),
    one('urgency', of(URGENCIES)),
    one('severity', of(SEVERITIES)),
    one('certainty', of(first ? ['Very Likely', ...without(CERTAINTIES, 'Observed')] : CERTAINTIES)),
    maybe('audience', TEXT),
    several('eventCode', pair),
    ...['effective', 'onset', 'expires'].map((name) => maybe(name, TIME)),
    ...['senderName', 'headline', 'description', 'instruction', 'web', 'contact'].map((name) => maybe(name, TEXT)),
    several('parameter', pair),
    several('resource', { form: 'parts', parts: resourceElements(version) }),
    several('area', { form: 'parts', parts: areaElements(pair) }),
  ];
}

/** The schema of 1.1 lists no Assess, its text does; so it is taken. */
function responseTypes(version: CapVersion): readonly string[] {
  return version === '1.1' ? without(RESPONSE_TYPES, 'Avoid', 'AllClear') : RESPONSE_TYPES;
}

function resourceElements(version: CapVersion): readonly CapElement[] {
  return [
    one('resourceDesc', TEXT),
    (version === '1.2' ? one : maybe)('mimeType', TEXT),
    maybe('size', { form: 'whole' }),
    maybe('uri', TEXT),
    ...(version === '1.0' ? [] : [maybe('derefUri', TEXT)]),
    maybe('digest', TEXT),
  ];
}

function areaElements(pair: ElementForm): readonly CapElement[] {
  return [
    one('areaDesc', TEXT),
    several('polygon', TEXT),
    several('circle', TEXT),
    several('geocode', pair),
    maybe('altitude', { form: 'decimal' }),
    maybe('ceiling', { form: 'decimal' }),
  ];
}

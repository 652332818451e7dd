/** CAP 1.2 (OASIS, 1 July 2010; ITU-T X.1303bis), under the names the standard gives. Times are kept as written. */
export const STATUSES = ['Actual', 'Exercise', 'System', 'Test', 'Draft'] as const;
export const MSG_TYPES = ['Alert', 'Update', 'Cancel', 'Ack', 'Error'] as const;
export const SCOPES = ['Public', 'Restricted', 'Private'] as const;
export const CATEGORIES = [
  ...(['Geo', 'Met', 'Safety', 'Security', 'Rescue', 'Fire', 'Health', 'Env', 'Transport', 'Infra'] as const),
  ...(['CBRNE', 'Other'] as const),
] as const;
export const RESPONSE_TYPES = [
  ...(['Shelter', 'Evacuate', 'Prepare', 'Execute', 'Avoid', 'Monitor', 'Assess', 'AllClear', 'None'] as const),
] as const;
export const URGENCIES = ['Immediate', 'Expected', 'Future', 'Past', 'Unknown'] as const;
export const SEVERITIES = ['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown'] as const;
export const CERTAINTIES = ['Observed', 'Likely', 'Possible', 'Unlikely', 'Unknown'] as const;

export type CapVersion = '1.0' | '1.1' | '1.2';
export type CapSeverity = (typeof SEVERITIES)[number];

/** An earlier message, by the three things that name it. `sent` is empty where CAP 1.0 gave none. */
export interface CapReference {
  readonly sender: string;
  readonly identifier: string;
  readonly sent: string;
}

export interface CapValue {
  readonly valueName: string;
  readonly value: string;
}

/** Latitude and longitude, WGS 84, degrees. */
export type CapPoint = readonly [latitude: number, longitude: number];

export interface CapCircle {
  readonly centre: CapPoint;
  /** Kilometres. */
  readonly radius: number;
}

export interface CapArea {
  readonly areaDesc: string;
  readonly polygon: readonly (readonly CapPoint[])[];
  readonly circle: readonly CapCircle[];
  readonly geocode: readonly CapValue[];
  /** Feet above mean sea level. */
  readonly altitude: number | null;
  readonly ceiling: number | null;
}

export interface CapResource {
  readonly resourceDesc: string;
  readonly mimeType: string | null;
  /** Bytes. */
  readonly size: number | null;
  readonly uri: string | null;
  readonly derefUri: string | null;
  readonly digest: string | null;
}

export interface CapInfo {
  /** As written; null means en-US (3.2.2). */
  readonly language: string | null;
  readonly category: readonly (typeof CATEGORIES)[number][];
  readonly event: string;
  readonly responseType: readonly (typeof RESPONSE_TYPES)[number][];
  readonly urgency: (typeof URGENCIES)[number];
  readonly severity: CapSeverity;
  readonly certainty: (typeof CERTAINTIES)[number];
  readonly audience: string | null;
  readonly eventCode: readonly CapValue[];
  readonly effective: string | null;
  readonly onset: string | null;
  readonly expires: string | null;
  readonly senderName: string | null;
  readonly headline: string | null;
  readonly description: string | null;
  readonly instruction: string | null;
  readonly web: string | null;
  readonly contact: string | null;
  readonly parameter: readonly CapValue[];
  readonly resource: readonly CapResource[];
  readonly area: readonly CapArea[];
}

export interface CapAlert {
  readonly identifier: string;
  readonly sender: string;
  readonly sent: string;
  readonly status: (typeof STATUSES)[number];
  readonly msgType: (typeof MSG_TYPES)[number];
  readonly source: string | null;
  readonly scope: (typeof SCOPES)[number];
  readonly restriction: string | null;
  readonly addresses: readonly string[];
  readonly code: readonly string[];
  readonly note: string | null;
  readonly references: readonly CapReference[];
  readonly incidents: readonly string[];
  readonly info: readonly CapInfo[];
  /** XML signatures the file carries. They are counted and never verified. */
  readonly signatures: number;
}

/** The reference by which later messages name this one. */
export function referenceTo({ sender, identifier, sent }: CapReference): CapReference {
  return { sender, identifier, sent };
}

import type { Span } from './span.ts';

export type Severity = 'info' | 'warning' | 'error';

/**
 * Something a reader should know about a value: a message id of the catalogues with its named details,
 * and the place in the source where there is one.
 */
export interface Message {
  readonly severity: Severity;
  readonly id: string;
  readonly details: Readonly<Record<string, string | number>>;
  readonly span?: Span;
}

/** A value together with what was lost or doubtful on the way to it. */
export interface Checked<T> {
  readonly value: T;
  readonly messages: readonly Message[];
}

export function checked<T>(value: T, messages: readonly Message[] = []): Checked<T> {
  return { value, messages };
}

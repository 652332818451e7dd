import type { LadderBody, LadderUrging } from '../register/index.ts';
import type { Json } from './tables.ts';

/** One pressing task as a digest tells it. */
export interface DigestItem extends LadderUrging {
  readonly title: string;
}

/** How a digest's mail stands; `off` where none is set up or nobody is to be written to. */
export type DigestMail = 'off' | 'waiting' | 'sent' | 'failed';

/** What one person is told on a day. */
export interface UrgingDigestTable {
  id: string;
  /** ISO date. */
  day: string;
  party: string;
  /** Account; null for what reaches nobody. */
  person: string | null;
  items: Json<readonly DigestItem[]>;
  mail: DigestMail;
  error: string | null;
  made_at: string;
}

/** An urging that a letter is about. */
export interface UrgingOfLetter {
  readonly task: string;
  readonly urging: string;
}

/** A letter that went out by mail. */
export interface LetterMailTable {
  id: string;
  party: string;
  reference: string;
  unit: string;
  urgings: Json<readonly UrgingOfLetter[]>;
  addresses: readonly string[];
  sent_at: string;
  sent_by: string;
}

/** What a side's people did about the ladder it urges by in a relation. */
export interface LadderActionTable {
  id: string;
  relation: string;
  party: string;
  sequence: number;
  at: string;
  by: string;
  body: Json<LadderBody>;
  hash: string;
}

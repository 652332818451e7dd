import type { Locale } from '../kernel/index.ts';

/** A word or phrase in the languages of the product. */
export type Names = Readonly<Record<Locale, string>>;

/** What a field of a notice holds: what JSON can say. */
export type FieldValue = string | number | boolean | readonly FieldValue[] | { readonly [name: string]: FieldValue };
export type NoticeFields = Readonly<Record<string, FieldValue>>;

/** Normal, or a drill: an exercise takes the same course and pages nobody. */
export const NOTICE_MODES = ['normal', 'exercise'] as const;
export type NoticeMode = (typeof NOTICE_MODES)[number];

/** What a notice says in one language beside its fields: one line, and what the reader should do. */
export interface NoticeText {
  readonly headline: string;
  readonly instruction: string;
}

/** WGS 84, decimal degrees. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** Where a notice holds: a name, and shapes on the map (a ring begins and ends with the same point). */
export interface NoticeArea {
  readonly name: string;
  readonly rings: readonly (readonly Position[])[];
  readonly circles: readonly { readonly centre: Position /** Kilometres. */; readonly radius: number }[];
}

/** What may have to happen within a time: see `docs/notices.md`. */
export const CLOCKS = ['notify', 'before', 'acknowledge', 'answer'] as const;
export type ClockId = (typeof CLOCKS)[number];

/** A time the parties agreed on, and where it stands. */
export interface AgreedLimit {
  readonly minutes: number;
  readonly source: string;
}

/** The limits in force when a notice went out; a clock that is not there has no agreed limit. */
export type AgreedLimits = Readonly<Partial<Record<ClockId, AgreedLimit>>>;

/** The envelope: what every notice says, whatever its type. Instants are ISO 8601, UTC. */
export interface Notice {
  /** Id of its type (`NOTICE_TYPES`). */
  readonly type: string;
  readonly mode: NoticeMode;
  /** The channel it goes over; null where none is agreed. */
  readonly channel: string | null;
  /** ISO 3166 code of the side that sends it, and its duty post. */
  readonly from: { readonly party: string; readonly post: string | null; readonly postName: string };
  /** Sides it is addressed to. */
  readonly to: readonly string[];
  /** By language, one at least. */
  readonly texts: Readonly<Partial<Record<Locale, NoticeText>>>;
  /** As the type's schema asks. */
  readonly fields: NoticeFields;
  readonly area: NoticeArea | null;
  /** When it stops to hold; null where that is open. */
  readonly expires: string | null;
  /** Earlier notices it belongs to. */
  readonly references: readonly string[];
  readonly limits: AgreedLimits;
}

/** What of a notice a later word of the sender may change. */
export type NoticeContent = Pick<Notice, 'texts' | 'fields' | 'area' | 'expires'>;

/** Who the ladder turns to: the next post of the side that has not answered, the post that sent, or the chiefs of both sides. */
export const RUNGS = ['next-contact', 'issuer', 'both-chiefs'] as const;
export type Rung = (typeof RUNGS)[number];

/** What can be done to a notice. `of` names the action (issue or update) whose content is meant. */
export type NoticeActionBody =
  | { readonly type: 'issue'; readonly notice: Notice }
  /** A machine of a side took it in. */
  | { readonly type: 'receive' }
  /** A named duty post has read it. */
  | { readonly type: 'acknowledge'; readonly of: string; readonly post: string; readonly postName: string }
  | { readonly type: 'take'; readonly post: string; readonly postName: string; readonly text: string }
  | { readonly type: 'accept'; readonly of: string; readonly text: string }
  | { readonly type: 'refuse'; readonly of: string; readonly text: string }
  | { readonly type: 'update'; readonly content: NoticeContent }
  | { readonly type: 'cancel'; readonly text: string }
  | { readonly type: 'follow-up'; readonly text: string; readonly final: boolean }
  | { readonly type: 'close'; readonly text: string }
  /** The ladder went a step: which clock ran out for whom, and whom of the acting side was told. */
  | {
      readonly type: 'escalate';
      readonly clock: ClockId;
      readonly of: string;
      readonly late: string;
      readonly step: number;
      readonly told: readonly ToldPost[];
    };

export type NoticeVerb = NoticeActionBody['type'];

/** Verbs that belong to people; `receive` and `escalate` are the machine's. */
export const NOTICE_VERBS = [
  ...(['acknowledge', 'take', 'accept', 'refuse', 'update'] as const),
  ...(['cancel', 'follow-up', 'close'] as const),
];

/** A post that was told, by its name as its side has it. */
export interface ToldPost {
  readonly post: string;
  readonly name: string;
}

export interface NoticeAction {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  /** The side it was done for. */
  readonly party: string;
  readonly body: NoticeActionBody;
}

/** A moment somebody did something for a side. */
export interface Deed {
  readonly action: string;
  readonly at: string;
  readonly by: string;
  readonly party: string;
}

export interface Acknowledgement extends Deed {
  readonly of: string;
  readonly post: string;
  readonly postName: string;
}

export interface NoticeAnswer extends Deed {
  readonly of: string;
  readonly accepted: boolean;
  readonly text: string;
}

export interface FollowUp extends Deed {
  readonly text: string;
  readonly final: boolean;
}

export interface Escalation extends Deed {
  readonly clock: ClockId;
  readonly of: string;
  readonly late: string;
  readonly step: number;
  readonly told: readonly ToldPost[];
}

export const NOTICE_STANDINGS = ['open', 'cancelled', 'closed'] as const;
export type NoticeStanding = (typeof NOTICE_STANDINGS)[number];

/** Where a notice stands. Lists are in the order of time. */
export interface NoticeState {
  /** As its latest update says. */
  readonly notice: Notice;
  readonly issued: Deed;
  /** The issues and updates, the latest last: what is to be acknowledged. */
  readonly contents: readonly Deed[];
  readonly received: readonly Deed[];
  readonly acknowledged: readonly Acknowledgement[];
  readonly taken: (Deed & { readonly post: string; readonly postName: string; readonly text: string }) | null;
  readonly answers: readonly NoticeAnswer[];
  readonly followUps: readonly FollowUp[];
  readonly escalations: readonly Escalation[];
  readonly ended: (Deed & { readonly text: string }) | null;
  readonly standing: NoticeStanding;
}

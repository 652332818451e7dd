/** An entry of a calendar: a whole day. */
export interface CalendarEvent {
  /** The same for ever, so that a calendar program knows it again. */
  readonly uid: string;
  /** Grows with every change. */
  readonly sequence: number;
  /** ISO date. */
  readonly day: string;
  readonly summary: string;
  readonly description: string;
  /** Address of its page; null where the server knows no address of its own. */
  readonly url: string | null;
  readonly status: 'confirmed' | 'tentative' | 'cancelled';
  /** ISO instant of the last change. */
  readonly changed: string;
  /** Hours before the day begins at which to be reminded; none of what is over or cancelled. */
  readonly alarms: readonly number[];
  readonly category: string;
}

/** A calendar with its name. */
export interface Calendar {
  readonly name: string;
  readonly events: readonly CalendarEvent[];
}

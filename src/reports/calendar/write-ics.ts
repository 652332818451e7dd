import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { Calendar, CalendarEvent } from './events.ts';

const STATUS = {
  confirmed: ICalEventStatus.CONFIRMED,
  tentative: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
} as const;

const HOUR = 3_600;
/** How often a program is asked to fetch the calendar anew, in seconds. */
const FETCH_EVERY = 4 * HOUR;

/** A calendar as iCalendar (RFC 5545): whole days without a time zone, with alarms; a program that has an entry knows it again and takes the change. */
export function writeIcs({ name, events }: Calendar, at: string): string {
  const calendar = ical({
    name,
    prodId: { company: 'Servanda', product: 'Servanda' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: FETCH_EVERY,
  });
  for (const event of events) {
    const made = calendar.createEvent({
      ...{ id: `${event.uid}@servanda`, sequence: event.sequence, summary: event.summary, allDay: true },
      // Whole days are written by their UTC day, whatever the machine's zone.
      ...{ start: new Date(`${event.day}T00:00:00Z`), stamp: new Date(at), lastModified: new Date(event.changed) },
      ...{
        description: event.description,
        status: STATUS[event.status],
        transparency: ICalEventTransparency.TRANSPARENT,
      },
      ...(event.url !== null && { url: event.url }),
      categories: [{ name: event.category }],
    });
    for (const hours of remindersOf(event)) {
      made.createAlarm({ type: ICalAlarmType.display, trigger: hours * HOUR, description: event.summary });
    }
  }
  return calendar.toString();
}

function remindersOf({ status, alarms }: CalendarEvent): readonly number[] {
  return status === 'cancelled' ? [] : alarms;
}

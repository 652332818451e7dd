import type { Calendar } from './events.ts';

/** A calendar as an .ics file. The library is loaded with the first one, not with the server. */
export async function calendarIcs(calendar: Calendar, at: string): Promise<string> {
  const { writeIcs } = await import('./write-ics.ts');
  return writeIcs(calendar, at);
}

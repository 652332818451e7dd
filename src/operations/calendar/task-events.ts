import { listTasks, type TaskRow, taskLogs } from '../../db/index.ts';
import { formatDate, translate } from '../../i18n/index.ts';
import { addDays, type Locale } from '../../kernel/index.ts';
import { keepsSide, reduceTaskSteps, type Seat, type TaskAction, type TaskState } from '../../register/index.ts';
import type { CalendarEvent } from '../../reports/index.ts';
import type { Context } from '../context.ts';
import { hiddenParts, withoutParts } from '../tasks/hidden-parts.ts';

/** Reminders of a deadline: at nine in the morning a week and a day ahead. */
const ALARMS = [7 * 24 - 9, 24 - 9];
const MOST = 2_000;
const STRETCH = 500;
/** How long what is over stays in the calendar, in days. */
const KEPT = 120;

/** Whose calendar: one unit's, or all that a seat is to know. */
export interface CalendarOf {
  readonly seat: Seat;
  readonly unit: string | null;
  readonly locale: Locale;
  /** Where the pages are; null leaves the links out. */
  readonly pages: string | null;
}

/** The days of tasks: last days, parts of coordinators, milestones, reports to be handed in. */
export async function taskEvents({ database, clock }: Context, of: CalendarOf): Promise<CalendarEvent[]> {
  const { seat, unit } = of;
  const { queries } = database;
  const day = clock.now().slice(0, 10);
  const keeps = keepsSide(seat);
  const filter = unit !== null ? { units: [unit] } : keeps ? {} : { units: seat.units };
  const rows = await listTasks(queries, filter, { day, at: null }, { offset: 0, limit: MOST });
  const events: CalendarEvent[] = [];
  for (let from = 0; from < rows.length; from += STRETCH) {
    const stretch = rows.slice(from, from + STRETCH);
    const logs = await taskLogs(
      queries,
      stretch.map(({ task_id }) => task_id),
    );
    for (const row of stretch) events.push(...eventsOf(row, logs.get(row.task_id) ?? [], of));
  }
  const since = addDays(day, -KEPT);
  return events.filter((event) => event.day >= since);
}

function eventsOf(row: TaskRow, log: readonly TaskAction[], of: CalendarOf): CalendarEvent[] {
  const steps = reduceTaskSteps(log);
  const whole = steps.at(-1);
  if (whole === undefined) return [];
  const state = withoutParts(whole, hiddenParts(whole, of.seat));
  const over = row.outcome !== null || row.lifecycle === 'closed';
  const about = {
    ...{ sequence: row.version, changed: row.since, category: translate(of.locale, 'calendar.deadline') },
    url: of.pages === null ? null : `${of.pages}/tasks/${encodeURIComponent(row.task_id)}`,
    alarms: over ? [] : ALARMS,
  };
  const say = (id: 'calendar.due' | 'calendar.part' | 'calendar.report') =>
    translate(of.locale, id, { title: row.title });
  const ended = over && row.outcome !== 'done' ? ('cancelled' as const) : ('confirmed' as const);
  return [
    ...dueEvents(row, steps).map(({ day, gone }) => ({
      ...{
        ...about,
        uid: `task-${row.task_id}`,
        day,
        summary: say('calendar.due'),
        description: dayWords(row, state, of),
      },
      status: gone ? ('cancelled' as const) : ended,
    })),
    ...state.coordinators.flatMap(({ unit, due, part, given }) =>
      due === null || (of.unit !== null && of.unit !== unit)
        ? []
        : [
            {
              ...about,
              uid: `part-${row.task_id}-${unit}`,
              day: due,
              summary: say('calendar.part'),
              description: part,
              status: given ? ('cancelled' as const) : ended,
            },
          ],
    ),
    ...(state.plan?.milestones ?? []).flatMap(({ id, text, required, planned, actual }) => {
      const day = required ?? planned;
      if (day === null) return [];
      const alarms = actual === null ? about.alarms : [];
      return [
        {
          ...about,
          alarms,
          uid: `milestone-${row.task_id}-${id}`,
          day,
          summary: `${text} – ${row.title}`,
          description: '',
          status: ended,
        },
      ];
    }),
    ...(row.report_by === null || over
      ? []
      : [
          {
            ...about,
            uid: `report-${row.task_id}-${row.report_to}`,
            day: row.report_by,
            summary: say('calendar.report'),
            description: '',
            status: ended,
          },
        ]),
  ];
}

/** The last day; where it was taken away, the one that was there before, gone. */
function dueEvents({ due }: TaskRow, steps: readonly TaskState[]): { readonly day: string; readonly gone: boolean }[] {
  if (due !== null) return [{ day: due, gone: false }];
  const before = steps.findLast((step) => step.due !== null)?.due ?? null;
  return before === null ? [] : [{ day: before, gone: true }];
}

/** An extended day says what it was first. */
function dayWords({ required, due }: TaskRow, state: TaskState, { locale }: CalendarOf): string {
  const first =
    required !== null && due !== null && required !== due
      ? translate(locale, 'calendar.first', { day: formatDate(locale, required) })
      : '';
  return [translate(locale, `lifecycle.${state.lifecycle}`), first].filter((part) => part !== '').join(' · ');
}

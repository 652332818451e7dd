import { type PeriodRules, periodRulesOf, relationCalendar, type WorkCalendar } from '../../register/index.ts';

/** What a side of a relation goes by when it reports. */
export interface FollowUpRules {
  readonly periods: PeriodRules;
  readonly calendar: WorkCalendar;
}

const known = new Map<string, FollowUpRules>();

/** The rules of a relation with the working days of one of its sides; a calendar remembers the years it has worked out. */
export function rulesFor(relation: string, party: string): FollowUpRules {
  const key = `${relation} ${party}`;
  const rules = known.get(key) ?? {
    periods: periodRulesOf(relation),
    calendar: relationCalendar(relation, party),
  };
  known.set(key, rules);
  return rules;
}

import {
  AUDIENCES,
  END_REASONS,
  type FollowingType,
  OBSTACLE_KINDS,
  OUTCOMES,
  PERIOD_NAMES,
  RETURN_REASONS,
  TASK_PARTS,
} from '../../../register/index.ts';
import { type Deed, type Evidence, newPartId, type TaskState } from '../../data/tasks.ts';

/** What a form asks for: its name is the message `task-field.<name>` and the key of its value. */
export type Field =
  | { readonly name: string; readonly type: 'line' | 'text' | 'day' | 'unit' | 'units' | 'flag' }
  | { readonly name: string; readonly type: 'choice'; readonly values: readonly string[]; readonly family: string };

export type Values = Readonly<Record<string, string | boolean | readonly string[] | null>>;

const note: Field = { name: 'note', type: 'text' };
const returned: Field = { name: 'reason', type: 'choice', values: RETURN_REASONS, family: 'return-reason' };
const ended: Field = { name: 'reason', type: 'choice', values: ['none', ...END_REASONS], family: 'end-reason' };
const every: Field = { name: 'every', type: 'choice', values: ['none', ...PERIOD_NAMES], family: 'period' };

/** What each action asks for; an action that is not here asks for nothing. */
export const FORMS: Readonly<Partial<Record<FollowingType, readonly Field[]>>> = {
  'send-back': [returned, note],
  reroute: [{ name: 'lead', type: 'unit' }, note],
  coordinate: [{ name: 'coordinators', type: 'units' }],
  resolve: [
    { name: 'coordinators', type: 'units' },
    { name: 'nobody', type: 'flag' },
  ],
  'set-due': [
    { name: 'day', type: 'day' },
    { name: 'source', type: 'line' },
  ],
  'set-period': [every],
  return: [returned, note],
  raise: [
    { name: 'obstacle', type: 'choice', values: OBSTACLE_KINDS, family: 'obstacle' },
    { name: 'text', type: 'text' },
    { name: 'to', type: 'unit' },
    { name: 'limit', type: 'day' },
  ],
  answer: [{ name: 'text', type: 'text' }],
  'ask-extension': [
    { name: 'day', type: 'day' },
    { name: 'why', type: 'text' },
  ],
  grant: [{ name: 'day', type: 'day' }],
  refuse: [note],
  urge: [{ name: 'text', type: 'text' }],
  reply: [{ name: 'text', type: 'text' }],
  wait: [{ name: 'on', type: 'choice', values: ['other-side', 'condition'], family: 'waiting' }, note],
  settle: [
    { name: 'outcome', type: 'choice', values: OUTCOMES, family: 'outcome' },
    { name: 'day', type: 'day' },
    ended,
    note,
  ],
  dispute: [note],
  reopen: [note],
  close: [note],
  share: [
    { name: 'audience', type: 'choice', values: AUDIENCES, family: 'audience' },
    { name: 'due', type: 'choice', values: AUDIENCES.slice(1), family: 'audience' },
    ...(['plan', 'reports', 'ratings'] as const).map((name): Field => {
      return { name, type: 'choice', values: AUDIENCES, family: 'audience' };
    }),
  ],
};

/** What a form begins with. */
export function firstValues(type: FollowingType, state: TaskState, day: string): Values {
  const fields = FORMS[type] ?? [];
  const blank = fields.map((field) => [field.name, blankOf(field)] as const);
  const known: Values = {
    ...(type === 'coordinate' && { coordinators: state.coordinators.map(({ unit }) => unit) }),
    ...(type === 'set-due' && { day: state.due }),
    ...(type === 'set-period' && { every: state.every ?? 'none' }),
    ...(type === 'settle' && { day }),
    ...(type === 'share' && { audience: state.audience, ...state.parts }),
    ...(type === 'grant' && { day: state.requests.at(-1)?.to ?? null }),
  };
  return { ...Object.fromEntries(blank), ...known };
}

function blankOf(field: Field): Values[string] {
  if (field.type === 'choice') return field.values[0] ?? '';
  if (field.type === 'units') return [];
  if (field.type === 'flag') return false;
  return field.type === 'day' || field.type === 'unit' ? null : '';
}

/** What was filled in; `part` names the report, obstacle, request, urging or milestone it is about. */
export interface Filled {
  readonly values: Values;
  readonly evidence: readonly Evidence[];
  readonly part: string;
}

/** The action that a filled form is. */
export function deedOf(type: FollowingType, { values, evidence, part }: Filled, state: TaskState): Deed {
  const words = (name: string) => String(values[name] ?? '').trim();
  const optional = (name: string) => (words(name) === '' ? null : words(name));
  const chosen = (name: string) => (words(name) === 'none' ? null : words(name));
  const units = (values.coordinators as readonly string[] | undefined) ?? [];
  const coordinators = units.map((unit) => {
    const before = state.coordinators.find((one) => one.unit === unit);
    return { unit, due: before?.due ?? null, part: before?.part ?? '' };
  });
  const id = newPartId();
  const body: Record<string, unknown> = {
    ...Object.fromEntries(Object.entries(values).filter(([, value]) => typeof value === 'string')),
    ...{ type, note: words('note'), coordinators, report: part, milestone: part, request: part },
    ...(type === 'resolve' && { words: state.unresolved[0] }),
    ...(type === 'set-due' && {
      due: values.day === null ? null : { day: values.day, ...basisOf(values) },
    }),
    ...(type === 'set-period' && { every: chosen('every') }),
    ...(type === 'raise' && {
      obstacle: { id, kind: words('obstacle'), text: words('text'), to: optional('to'), limit: optional('limit') },
    }),
    ...((type === 'answer' || type === 'clear') && { obstacle: part }),
    ...(type === 'ask-extension' && { request: id, to: values.day, reason: words('why') }),
    ...(type === 'grant' && { to: values.day }),
    ...(type === 'urge' && { urging: id, level: state.urgings.length + 1, to: [state.lead], text: words('text') }),
    ...(type === 'reply' && { urging: part }),
    ...(type === 'settle' && { reason: words('outcome') === 'done' ? null : chosen('reason'), evidence }),
    ...(type === 'share' && { parts: Object.fromEntries(TASK_PARTS.map((name) => [name, words(name)])) }),
    ...(type === 'undo' && { undoes: state.last.id }),
  };
  return body as Deed;
}

/** A day taken over from a rule names the rule; a day changed since, or typed, is the person's. */
function basisOf({ day, rule, ruled, source }: Values): { readonly basis: 'rule' | 'person'; readonly source: string } {
  if (rule !== undefined && day === ruled) return { basis: 'rule', source: String(rule) };
  return { basis: 'person', source: String(source ?? '').trim() };
}

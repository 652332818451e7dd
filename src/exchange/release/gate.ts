import { Problem } from '../../kernel/index.ts';
import type { AttachmentNote, MessageType, PartnerKind, ReleaseClass } from '../model.ts';
import file from './data/release.json' with { type: 'json' };
import { type FieldList, faultIn } from './fields.ts';
import type { ReleaseRules, TypeRule } from './schema.ts';

const RULES = file as ReleaseRules;
const NEVER: ReadonlySet<string> = new Set(RULES.never);
const TEXTS = RULES.texts.map(({ pattern }) => new RegExp(pattern, 'u'));

/** Bytes of a message's data at most, as JSON. */
const DATA_LIMIT = 900 * 1024;
const ATTACHMENTS = 20;

/** Rules for which something stays (messages `exchange-rule.<rule>`). */
export const RELEASE_RULES = [
  ...(['type-unknown', 'addressee', 'class', 'too-large', 'field-unknown', 'field-missing'] as const),
  ...(['field-form', 'text-kept-in', 'name-kept-in', 'too-deep'] as const),
] as const;

/** What is about to leave. */
export interface Leaving {
  readonly type: MessageType;
  readonly class: ReleaseClass;
  readonly data: Readonly<Record<string, unknown>>;
  readonly attachments: readonly AttachmentNote[];
}

/**
 * Lets a message leave, or says why not: the type, the addressee, the class and every field must stand in the list of what may
 * (`data/release.json`); what does not is never left out in silence.
 * @throws Problem `release-refused` (rule, field)
 */
export function assertReleased({ type, class: marked, data, attachments }: Leaving, to: PartnerKind): TypeRule {
  const rule = ruleOf(type);
  const refuse = (broken: string, field: string) => new Problem('release-refused', { rule: broken, field });
  if (rule === null) throw refuse('type-unknown', String(type));
  if (!rule.to.includes(to)) throw refuse('addressee', to);
  if (!rule.classes.includes(marked)) throw refuse('class', String(marked));
  const fault = faultIn(data, listOf(rule));
  if (fault !== null) throw refuse(fault.rule, fault.field);
  if (new TextEncoder().encode(JSON.stringify(data)).length > DATA_LIMIT) throw refuse('too-large', 'data');
  if (attachments.length > ATTACHMENTS) throw refuse('too-large', 'attachments');
  return rule;
}

/** The same list held against what another node sent. @throws Problem `message-refused` (rule, field) */
export function assertExpected(type: MessageType, data: unknown): void {
  const rule = ruleOf(type);
  if (rule === null) throw new Problem('message-refused', { rule: 'type-unknown', field: String(type) });
  const fault = faultIn(data, listOf(rule));
  if (fault !== null) throw new Problem('message-refused', fault as { rule: string; field: string });
}

/** What is declared of a type; null for one that may not leave. */
export function ruleOf(type: string): TypeRule | null {
  return Object.hasOwn(RULES.types, type) ? RULES.types[type as MessageType] : null;
}

function listOf({ fields }: TypeRule): FieldList {
  return { fields, never: NEVER, texts: TEXTS };
}

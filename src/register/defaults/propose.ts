import type { z } from 'zod';
import { addMonths, type Language, LOCALES } from '../../kernel/index.ts';
import { compileMatcher, type Matcher, STRENGTHS, type Strength } from '../../vocabulary/index.ts';
import type { MilestoneKind } from '../tasks/index.ts';
import file from './data/families.json' with { type: 'json' };
import type { defaultsFileSchema } from './schema.ts';

type DefaultsFile = z.infer<typeof defaultsFileSchema>;
export type VerbFamily = DefaultsFile['families'][number];

const { families, deadlines } = file as DefaultsFile;

/** The families of verbs, with their names and steps. */
export const VERB_FAMILIES: readonly VerbFamily[] = families;

const matchers = new Map<Language, Matcher<string>>();

function matcherOf(language: (typeof LOCALES)[number]): Matcher<string> {
  const known = matchers.get(language);
  if (known !== undefined) return known;
  const entries = families.flatMap(({ id, words }) => words[language].map((form) => ({ form, value: id })));
  const made = compileMatcher(entries);
  matchers.set(language, made);
  return made;
}

/**
 * The family of the verb that heads an action: the first known verb in its words, the longest where two begin there.
 * @returns the family's id; null where no verb is known, or in a language without a list (Persian)
 */
export function verbFamilyOf(action: string, language: Language): string | null {
  const locale = LOCALES.find((one) => one === language);
  return locale === undefined ? null : (matcherOf(locale).scan(action)[0]?.value ?? null);
}

/** The steps proposed for a commitment: those its strength asks for, in their order. Support asks for none. No days are given. */
export function proposedMilestones(family: string, strength: Strength): MilestoneKind[] {
  const steps = families.find(({ id }) => id === family)?.steps ?? [];
  const reach = STRENGTHS.indexOf(strength);
  return steps.filter(({ from }) => STRENGTHS.indexOf(from) <= reach).map(({ kind }) => kind);
}

/** A last day to propose, with the rule it comes from. It holds only once a person takes it over. */
export interface ProposedDue {
  /** ISO date. */
  readonly day: string;
  readonly rule: string;
  readonly source: string;
}

/**
 * The day proposed where a text names none, by the first rule of the table that fits; null where none does.
 * @param signed ISO date of the work
 */
export function proposedDue(family: string | null, strength: Strength, signed: string): ProposedDue | null {
  const rule = deadlines.find((one) => one.strength === strength && (one.family === null || one.family === family));
  return rule === undefined ? null : { day: addMonths(signed, rule.months), rule: rule.id, source: rule.source };
}

import type { Language, Locale } from '../kernel/index.ts';
import { STRENGTHS } from '../vocabulary/index.ts';
import { actorName } from './actors.ts';
import { hasMessage } from './catalogues.ts';
import { languageName } from './format.ts';
import { translate, type Values } from './translate.ts';

/** What is said of a difference between two versions: the rule, and the words or codes its sentence names. */
interface SaidFinding {
  readonly rule: string;
  readonly details: Values;
}

function isStrength(word: unknown): word is (typeof STRENGTHS)[number] {
  return (STRENGTHS as readonly unknown[]).includes(word);
}

/** Codes of countries, one or several (`VN, CN`). */
const CODES = /^[A-Z]{2}(?:, [A-Z]{2})*$/;

/** A detail in the reader's language where it is a code of the product's own; words of the texts stay as they are. */
function said(locale: Locale, rule: string, name: string, value: string | number): string | number {
  if (typeof value !== 'string') return value;
  if (name === 'language') return languageName(locale, value as Language);
  if (rule === 'strength/ladder' && isStrength(value)) return translate(locale, `strength.${value}`);
  const named = rule === 'title/country' ? name !== 'person' : rule === 'actor/other';
  if (!named || !CODES.test(value)) return value;
  return value
    .split(', ')
    .map((code) => actorName(locale, code))
    .join(', ');
}

/**
 * What a finding between two language versions says, in the reader's language: countries, strengths and languages by
 * their names there. The sentence of the longest known name of the rule is taken (`contrast/office`, then `contrast`).
 */
export function findingText(locale: Locale, { rule, details }: SaidFinding): string {
  const values = Object.fromEntries(
    Object.entries(details).map(([name, value]) => [name, said(locale, rule, name, value as string | number)]),
  );
  const id = `finding.${rule}`;
  if (hasMessage(id)) return translate(locale, id, values);
  const family = `finding.${rule.split('/', 1)[0]}`;
  return hasMessage(family) ? translate(locale, family, values) : rule;
}

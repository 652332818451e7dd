import type { Candidate } from '../../commitments/index.ts';
import type { Language } from '../../kernel/index.ts';
import { compileMatcher, type Matcher, STRENGTHS, type Strength } from '../../vocabulary/index.ts';
import data from './data/ladder.json' with { type: 'json' };
import type { FindingSeverity } from './model.ts';

type Known = Exclude<Language, 'und'>;

const matchers = new Map<Known, Matcher<Strength>>();

function matcherFor(language: Language): Matcher<Strength> {
  const known: Known = language === 'und' ? 'en' : language;
  const before = matchers.get(known);
  if (before !== undefined) return before;
  const steps = data[known] as Readonly<Record<Strength, readonly string[]>>;
  const entries = STRENGTHS.flatMap((value) => steps[value].map((form) => ({ form, value, strict: true })));
  const matcher = compileMatcher(entries);
  matchers.set(known, matcher);
  return matcher;
}

/** Steps of the ladder whose words stand in a text. */
function stepsIn(text: string, language: Language): ReadonlySet<Strength> {
  return new Set(
    matcherFor(language)
      .scan(text)
      .map(({ value }) => value),
  );
}

/**
 * Steps that translators keep apart, with how grave the exchange is. Steps that are not listed here, such as promote
 * and implement, languages divide differently.
 */
const APART: Readonly<Record<string, FindingSeverity>> = {
  'study|promote': 'critical',
  'study|implement': 'critical',
  'study|deliver': 'critical',
  'support|study': 'major',
  'support|implement': 'major',
  'support|deliver': 'critical',
  'promote|deliver': 'major',
};

/**
 * How grave it is that two undertakings which translate each other stand on different steps (support < study < promote
 * < implement < deliver); null where they may say the same. Each must name its own step in words, and the higher one
 * must not name the lower step too: `study the signing of` names both.
 */
export function stepsApart(one: Candidate, other: Candidate): FindingSeverity | null {
  const higher = STRENGTHS.indexOf(one.strength) > STRENGTHS.indexOf(other.strength);
  const [lower, upper] = higher ? [other, one] : [one, other];
  const severity = APART[`${lower.strength}|${upper.strength}`];
  if (severity === undefined) return null;
  const [said, meant] = [stepsIn(lower.quote, lower.language), stepsIn(upper.quote, upper.language)];
  if (!said.has(lower.strength) || !meant.has(upper.strength) || meant.has(lower.strength)) return null;
  return severity;
}

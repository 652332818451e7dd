import { type Lesson, VERB_STRENGTHS } from '../../vocabulary/index.ts';
import { fromActors, fromKinds, fromStrengths, taughtLanguage } from './from-fields.ts';
import { fromRejections } from './from-rejections.ts';
import { fromSectors } from './from-sectors.ts';
import { type DecidedUnit, folded, lessonKey, lessonSubject, type Proposal, type Suggestion } from './model.ts';

/** Whether the rules know words as a verb. */
export type KnowsVerb = (language: Parameters<typeof taughtLanguage>[0]['language'], words: string) => boolean;

/** Acts that people marked themselves and whose head word no rule knows. */
function fromAdditions(units: readonly DecidedUnit[], knows: KnowsVerb): Proposal[] {
  const added = units.filter(({ proposed, decision, language, fields }) => {
    return (
      proposed === null && decision !== 'rejected' && fields.kind === 'commitment' && !knows(language, fields.action)
    );
  });
  const groups = Map.groupBy(added, ({ language, fields }) => `${language} ${folded(fields.action)}`);
  return [...groups.values()].flatMap((evidence): Proposal[] => {
    const strengths = Map.groupBy(evidence, ({ fields }) => fields.strength);
    const most = [...strengths].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
    const strength = VERB_STRENGTHS.find((one) => one === most[0]?.[0]);
    const [first] = evidence as [DecidedUnit];
    const [language, words] = [taughtLanguage(first), folded(first.fields.action)];
    if (language === null || strength === undefined || !/\p{L}/u.test(words)) return [];
    return [{ lesson: { type: 'verb', language, words, strength }, cause: 'added', evidence, against: 0 }];
  });
}

function inOrder(a: DecidedUnit, b: DecidedUnit): number {
  if (a.expressionId !== b.expressionId) return a.expressionId < b.expressionId ? -1 : 1;
  return a.start - b.start || (a.id < b.id ? -1 : 1);
}

/**
 * Lessons that the decisions on a relation's documents speak for, those with most decisions first. The same decisions in any
 * order give the same. What is taught already, in force or not, is not suggested again.
 * @param taught every lesson of the relation
 */
export function suggestLessons(
  units: readonly DecidedUnit[],
  taught: readonly Lesson[],
  knows: KnowsVerb,
): Suggestion[] {
  const sorted = [...units].sort(inOrder);
  const known = new Set(taught.map(lessonSubject));
  const proposals = [
    ...fromStrengths(sorted),
    ...fromRejections(sorted),
    ...fromKinds(sorted),
    ...fromAdditions(sorted, knows),
    ...fromActors(sorted),
    ...fromSectors(sorted),
  ];
  const byKey = new Map<string, Suggestion>();
  for (const proposal of proposals) {
    const key = lessonKey(proposal.lesson);
    const other = byKey.get(key);
    if (known.has(lessonSubject(proposal.lesson)) || (other && other.evidence.length >= proposal.evidence.length))
      continue;
    byKey.set(key, { key, ...proposal });
  }
  return [...byKey.values()].sort((a, b) => b.evidence.length - a.evidence.length || (a.key < b.key ? -1 : 1));
}

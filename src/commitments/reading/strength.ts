import type { Strength } from '../../vocabulary/index.ts';
import type { VerbSense } from '../lexicon/sense.ts';
import data from './strength-by-object.json' with { type: 'json' };

interface Refinement {
  readonly verbs: ReadonlySet<string>;
  readonly objects: RegExp;
  readonly strength: Strength;
}

const REFINEMENTS: readonly Refinement[] = data.refinements.map((entry) => ({
  verbs: new Set(entry.verbs),
  objects: new RegExp(entry.objects, 'iu'),
  strength: entry.strength as Strength,
}));
const REACH = 90;
const RECURRING =
  /每年|定期|轮流|hằng năm|hàng năm|định kỳ|mỗi năm|thường xuyên|\bregularly\b|\bannually\b|\bperiodically\b/iu;

/**
 * How binding a verb group is with its object: the strength most of its verbs have (the first decides a tie), refined
 * by what the object is ("build a bridge" is delivered, "build trust" promoted). `rest` is the text after the verbs, `lead` the words of the quote before them:
 * what is done every year is carried on, not delivered once.
 */
export function strengthOf(verbs: readonly VerbSense[], rest: string, lead = ''): Strength {
  const head = verbs.find((verb) => verb.strength !== 'support') ?? verbs[0];
  if (head === undefined) return 'implement';
  const object = rest.slice(0, REACH);
  if (head.strength === 'deliver' && RECURRING.test(lead)) return 'implement';
  for (const refinement of REFINEMENTS) {
    if (refinement.verbs.has(head.verb) && refinement.objects.test(object)) return refinement.strength;
  }
  const counts = new Map<Strength, number>();
  for (const verb of verbs)
    if (verb.strength !== 'support') counts.set(verb.strength, (counts.get(verb.strength) ?? 0) + 1);
  let best = head.strength;
  for (const [strength, count] of counts) if (count > (counts.get(best) ?? 0)) best = strength;
  return best;
}

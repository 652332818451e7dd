import { taughtLanguage, wordsOf } from './from-fields.ts';
import { AT_LEAST, type DecidedUnit, folded, isAccepted, type Proposal } from './model.ts';
import { phrasesFrom } from './phrases.ts';

function isNoAct({ decision, rejectReason }: DecidedUnit): boolean {
  return decision === 'rejected' && rejectReason === 'not-an-action';
}

/** Introducing words under which different acts were rejected and none accepted: what follows is held, not undertaken. */
function fromFrames(units: readonly DecidedUnit[]): Proposal[] {
  const frameOf = (unit: DecidedUnit) => `${unit.language} ${folded(wordsOf(unit, 'frame:') ?? '')}`;
  const accepted = new Set(units.filter(isAccepted).map(frameOf));
  const groups = Map.groupBy(
    units.filter((unit) => isNoAct(unit) && wordsOf(unit, 'frame:') !== null && !accepted.has(frameOf(unit))),
    frameOf,
  );
  return [...groups.values()].flatMap((evidence): Proposal[] => {
    const [first] = evidence as [DecidedUnit];
    const verbs = new Set(evidence.map(({ proposed }) => folded(proposed?.fields.action ?? '')));
    const [language, words] = [taughtLanguage(first), wordsOf(first, 'frame:')];
    if (verbs.size < AT_LEAST || language === null || words === null) return [];
    return [
      { lesson: { type: 'frame', language, words, kind: 'position' }, cause: 'frame-rejected', evidence, against: 0 },
    ];
  });
}

function phrasesOf(unit: DecidedUnit): string[] {
  const head = unit.proposed?.fields.action ?? unit.fields.action;
  return phrasesFrom(unit.quote, wordsOf(unit, 'verb:') ?? head, head, unit.language);
}

/** The phrase that most rejected acts share and no accepted one has, the longest of these; null where too few share one. */
function bestPhrase(rejected: readonly DecidedUnit[], taken: ReadonlySet<string>): string | null {
  const counts = new Map<string, number>();
  for (const unit of rejected) {
    for (const phrase of phrasesOf(unit)) if (!taken.has(phrase)) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([a, x], [b, y]) => y - x || b.length - a.length || (a < b ? -1 : 1));
  return best !== undefined && best[1] >= AT_LEAST ? best[0] : null;
}

function fromVerb(group: readonly DecidedUnit[], units: readonly DecidedUnit[]): Proposal[] {
  const [{ language: written }] = group as [DecidedUnit];
  const language = taughtLanguage(group[0] as DecidedUnit);
  if (language === null) return [];
  const accepted = units.filter((unit) => isAccepted(unit) && unit.language === written);
  const taken = new Set(accepted.flatMap(phrasesOf));
  const made: Proposal[] = [];
  let left = group;
  for (let words = bestPhrase(left, taken); words !== null; words = bestPhrase(left, taken)) {
    const phrase = words;
    const evidence = left.filter((unit) => phrasesOf(unit).includes(phrase));
    made.push({ lesson: { type: 'not-an-act', language, words }, cause: 'rejected', evidence, against: 0 });
    left = left.filter((unit) => !evidence.includes(unit));
  }
  return made;
}

/** Acts that people rejected again and again as none: by their introducing words, else by the words they begin with. */
export function fromRejections(units: readonly DecidedUnit[]): Proposal[] {
  const frames = fromFrames(units);
  const told = new Set(frames.flatMap(({ evidence }) => evidence));
  const others = units.filter((unit) => isNoAct(unit) && unit.proposed !== null && !told.has(unit));
  const verbs = Map.groupBy(others, ({ language, proposed }) => `${language} ${folded(proposed?.fields.action ?? '')}`);
  return [...frames, ...[...verbs.values()].flatMap((group) => fromVerb(group, units))];
}

import { FRAME_KINDS, TAUGHT_LANGUAGES, type TaughtLanguage, VERB_STRENGTHS } from '../../vocabulary/index.ts';
import { AT_LEAST, type DecidedUnit, folded, isAccepted, type Proposal } from './model.ts';

/** A unit with the words its field was read from and the value people gave the field instead. */
interface Corrected {
  readonly unit: DecidedUnit;
  readonly words: string;
  readonly value: string;
}

/** The language of a unit where words of it can be taught. */
export function taughtLanguage({ language }: DecidedUnit): TaughtLanguage | null {
  return TAUGHT_LANGUAGES.find((one) => one === language) ?? null;
}

/** Words a reason of the rules names, by the beginning of the rule's id; null where there is none. */
export function wordsOf({ proposed }: DecidedUnit, rule: string): string | null {
  return proposed?.why.find((reason) => reason.rule.startsWith(rule))?.words ?? null;
}

/** Corrections of the same words to the same value, most first, with how many decisions on these words say otherwise. */
function alike(
  corrected: readonly Corrected[],
  contradicts: (unit: DecidedUnit, one: Corrected) => boolean,
  units: readonly DecidedUnit[],
) {
  const groups = Map.groupBy(corrected, ({ unit, words, value }) => `${unit.language} ${folded(words)} ${value}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group as [Corrected];
    const against = units.filter((unit) => unit.language === first.unit.language && contradicts(unit, first)).length;
    if (group.length < AT_LEAST || against >= group.length) return [];
    return [{ ...first, evidence: group.map(({ unit }) => unit), against }];
  });
}

function known<T extends string>(values: readonly T[], value: string): T | null {
  return values.find((one) => one === value) ?? null;
}

/** The same verb given another strength. */
export function fromStrengths(units: readonly DecidedUnit[]): Proposal[] {
  const corrected = units.flatMap((unit): Corrected[] => {
    const { proposed, fields } = unit;
    if (!isAccepted(unit) || proposed === null || proposed.fields.strength === fields.strength) return [];
    return [{ unit, words: proposed.fields.action, value: fields.strength }];
  });
  const contradicts = ({ decision, fields, proposed }: DecidedUnit, { words, value }: Corrected) =>
    decision !== 'rejected' && folded(proposed?.fields.action ?? '') === folded(words) && fields.strength !== value;
  return alike(corrected, contradicts, units).flatMap(({ unit, words, value, evidence, against }) => {
    const [language, strength] = [taughtLanguage(unit), known(VERB_STRENGTHS, value)];
    if (language === null || strength === null) return [];
    return [{ lesson: { type: 'verb', language, words, strength }, cause: 'strength-corrected', evidence, against }];
  });
}

/** The same introducing words found to govern something else. */
export function fromKinds(units: readonly DecidedUnit[]): Proposal[] {
  const corrected = units.flatMap((unit): Corrected[] => {
    const words = wordsOf(unit, 'frame:');
    const { proposed, fields } = unit;
    if (!isAccepted(unit) || words === null || proposed?.fields.kind === fields.kind) return [];
    return [{ unit, words, value: fields.kind }];
  });
  const contradicts = (unit: DecidedUnit, { words, value }: Corrected) =>
    unit.decision !== 'rejected' &&
    folded(wordsOf(unit, 'frame:') ?? '') === folded(words) &&
    unit.fields.kind !== value;
  return alike(corrected, contradicts, units).flatMap(({ unit, words, value, evidence, against }) => {
    const [language, kind] = [taughtLanguage(unit), known(FRAME_KINDS, value)];
    if (language === null || kind === null) return [];
    return [{ lesson: { type: 'frame', language, words, kind }, cause: 'kind-corrected', evidence, against }];
  });
}

/** Ids that stand for no one body. */
const NO_BODY = new Set(['both', 'all-parties']);
const BODY_ID = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*|[A-Z]{2})$/;
/** The name in a reason of the rules, without the article an English sentence begins with. */
const ARTICLE = /^the /iu;

/** The same name found to be that of a body. */
export function fromActors(units: readonly DecidedUnit[]): Proposal[] {
  const named = (unit: DecidedUnit) => wordsOf(unit, 'actors:')?.replace(ARTICLE, '') ?? null;
  const corrected = units.flatMap((unit): Corrected[] => {
    const words = named(unit);
    const before = unit.proposed?.fields.actors ?? [];
    const added = unit.fields.actors.filter((id) => !before.includes(id));
    const [id] = added;
    const fits = added.length === 1 && id !== undefined && BODY_ID.test(id) && !NO_BODY.has(id);
    if (!isAccepted(unit) || words === null || !fits || before.some((one) => NO_BODY.has(one))) return [];
    return [{ unit, words, value: id }];
  });
  const contradicts = (unit: DecidedUnit, { words, value }: Corrected) =>
    unit.decision !== 'rejected' && folded(named(unit) ?? '') === folded(words) && !unit.fields.actors.includes(value);
  return alike(corrected, contradicts, units)
    .filter(({ words }) => words.length <= 88)
    .map(({ unit, words, value, evidence, against }) => {
      const party = unit.proposed?.fields.actors.find((id) => /^[A-Z]{2}$/.test(id)) ?? null;
      return { lesson: { type: 'name', words, id: value, party }, cause: 'actor-corrected', evidence, against };
    });
}

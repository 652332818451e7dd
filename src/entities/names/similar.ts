import type { Language } from '../../kernel/index.ts';
import { fold, type Profile } from '../../vocabulary/index.ts';

/** Words that say nothing about which agreement or committee is meant, folded bare. */
const COMMON = new Set(
  (
    'the of on in for to and with between a an its their cooperation agreement plan mechanism joint two countries ' +
    've va giua cua cac hai nuoc hop tac hiep dinh thoa thuan ke hoach co che viec trong ' +
    'در و بین به از مورد همکاری توافقنامه طرح دو کشور'
  ).split(' '),
);

/** The words of a name by which it is told from others: folded, without states, common words and marks. */
function marksOf(name: string, states: readonly string[]): Set<string> {
  let folded = fold(name.normalize('NFC'), 'bare').replace(/[^\p{L}\p{N}]+/gu, ' ');
  for (const state of states) folded = folded.replaceAll(state, ' ');
  if (/\p{Script=Han}/u.test(folded)) {
    const plain = folded.replace(/[\s的与和及]/gu, '');
    return new Set(Array.from({ length: Math.max(0, plain.length - 1) }, (_, at) => plain.slice(at, at + 2)));
  }
  return new Set(folded.split(' ').filter((word) => word.length > 0 && !COMMON.has(word)));
}

function numbersOf(marks: ReadonlySet<string>): string {
  return [...marks]
    .filter((mark) => /\d/.test(mark))
    .sort()
    .join(' ');
}

interface Known {
  readonly id: string;
  readonly marks: ReadonlySet<string>;
}

type Register = 'instruments' | 'mechanisms';
const registers = new WeakMap<Profile, Partial<Record<Register, readonly Known[]>>>();

function statesOf(profile: Profile): string[] {
  const long = [
    'socialist republic of',
    'peoples republic of',
    'people s republic of',
    'cong hoa xa hoi chu nghia',
    'cong hoa nhan dan trung hoa',
  ];
  const forms = profile.parties.flatMap(({ forms }) => Object.values(forms).flat());
  return [...forms.map((form) => fold(form, 'bare')), ...long].sort((a, b) => b.length - a.length);
}

function knownOf(profile: Profile, register: Register): readonly Known[] {
  const kept = registers.get(profile) ?? {};
  registers.set(profile, kept);
  const states = statesOf(profile);
  kept[register] ??= profile[register].flatMap(({ id, forms }) =>
    Object.values(forms)
      .flat()
      .map((form) => ({ id, marks: marksOf(form, states) }))
      .filter(({ marks }) => marks.size >= 3),
  );
  return kept[register];
}

/** Shared marks over those of the shorter name, and over all. */
const CONTAINED = 0.85;
const SHARED = 0.55;

/**
 * The entry of a register whose name a longer or reworded name is (`Agreement between … and … on mutual legal
 * assistance`), or null. Numbers must be the same: a plan for other years is another plan.
 */
export function similarEntry(name: string, _language: Language, profile: Profile, register: Register): string | null {
  const marks = marksOf(name, statesOf(profile));
  if (marks.size < 3) return null;
  let best: { id: string; score: number } | null = null;
  for (const known of knownOf(profile, register)) {
    const shared = [...known.marks].filter((mark) => marks.has(mark)).length;
    const contained = shared / Math.min(known.marks.size, marks.size);
    const score = shared / (known.marks.size + marks.size - shared);
    if (contained < CONTAINED || score < SHARED || numbersOf(known.marks) !== numbersOf(marks)) continue;
    if (best === null || score > best.score) best = { id: known.id, score };
  }
  return best?.id ?? null;
}

import type { VerbForm } from '../../lexicon/sense.ts';

const VOWEL = /[aeiou]/;

/** Forms of a regular English verb; only the first word of a phrasal verb changes. */
function regular(verb: string): Readonly<Record<Exclude<VerbForm, 'base'>, string>> {
  const last = verb.at(-1) ?? '';
  const beforeLast = verb.at(-2) ?? '';
  const consonantY = last === 'y' && !VOWEL.test(beforeLast);
  const third = /(?:s|x|z|ch|sh|o)$/.test(verb) ? `${verb}es` : consonantY ? `${verb.slice(0, -1)}ies` : `${verb}s`;
  const past = last === 'e' ? `${verb}d` : consonantY ? `${verb.slice(0, -1)}ied` : `${verb}ed`;
  const ing = last === 'e' && beforeLast !== 'e' ? `${verb.slice(0, -1)}ing` : `${verb}ing`;
  return { third, past, participle: past, ing };
}

/**
 * The forms of an English verb, each with what it can be. `irregular` is [third person, past, participle, -ing]
 * of the first word, where the rule fails.
 */
export function inflect(phrase: string, irregular: readonly string[] | undefined): ReadonlyMap<string, VerbForm[]> {
  const [head = '', ...rest] = phrase.split(' ');
  const rule = regular(head);
  const words: readonly (readonly [string, VerbForm])[] = [
    [head, 'base'],
    [irregular?.[0] ?? rule.third, 'third'],
    [irregular?.[1] ?? rule.past, 'past'],
    [irregular?.[2] ?? rule.participle, 'participle'],
    [irregular?.[3] ?? rule.ing, 'ing'],
  ];
  const forms = new Map<string, VerbForm[]>();
  for (const [word, form] of words) {
    const surface = [word, ...rest].join(' ');
    forms.set(surface, [...(forms.get(surface) ?? []), form]);
  }
  return forms;
}

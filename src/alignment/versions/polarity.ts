import type { Language } from '../../kernel/index.ts';
import { compileMatcher, type Match, type Matcher } from '../../vocabulary/index.ts';
import negation from './data/negation.json' with { type: 'json' };
import data from './data/polarity.json' with { type: 'json' };
import type { VersionFinding } from './model.ts';
import { inContext, type Pair, type Stretch } from './pair.ts';
import { sentencePairs } from './sentence-pairs.ts';

type Known = Exclude<Language, 'und'>;

const matchers = new Map<Known, Matcher<string>>();

function matcherFor(language: Known): Matcher<string> {
  const before = matchers.get(language);
  if (before !== undefined) return before;
  const entries = data.verbs.flatMap((verb) => verb[language].map((form) => ({ form, value: verb.id, strict: true })));
  const matcher = compileMatcher(entries);
  matchers.set(language, matcher);
  return matcher;
}

/** Words that turn the verb behind them round, up to its clause's end or another auxiliary. */
const DENIED: Readonly<Record<Exclude<Known, 'fa'>, RegExp>> = {
  en: /\b(?:neither|no)\s+\p{L}+\s+(?:will|shall|may|can)\s+$|\b(?:not|never|neither|nor|no|cannot|without|refrain\p{L}*|avoid\p{L}*|oppos\p{L}*|reject\p{L}*|prevent\p{L}*|against)\b(?:(?!\b(?:will|shall|agreed|to be|and favou?r)\b)[^.;:])*$/iu,
  vi: /(?<!\p{L})(?:không|chẳng|chưa|đừng|cấm|tránh|ngăn|kiềm chế|phản đối|bác bỏ|chống)(?!\p{L})[^.;,]*$/iu,
  zh: /(?:不|未|勿|禁|无|没|避免|防止|反对|拒绝|制止|杜绝)[^，。；]*$/u,
};
/** A verb is affirmed where no word of denial stands anywhere before it in its clause. */
const AFFIRMED: Readonly<Record<Exclude<Known, 'fa'>, RegExp>> = {
  en: /\b(?:will|shall|may|can|to|they|sides?|parties|and will|and shall)\s+(?:jointly |also |actively )?$/iu,
  vi: /(?:^|[.;,]|\p{L})\s*$/u,
  zh: /[\p{Script=Han}，。；]?$/u,
};
/** Persian says `not` in the verb that ends the clause. */
const PERSIAN_VERB =
  /(?<!\p{L})(ن)?(?:می|خواه|شو|شد|ده|داد|کن|کرد|گیر|گرفت|گذار|گذاشت|نما|نمود|ساز|ورز|است|باش|بود|یاب|شناس)\p{L}*/u;

type Polarity = 'denied' | 'affirmed' | null;

function polarityOf({ text, language }: Stretch, { start, end }: Match<string>): Polarity {
  if (language === 'fa') {
    const clause = text.slice(end).split(/[.؛]/u, 1)[0] ?? '';
    const verb = PERSIAN_VERB.exec(clause);
    if (verb === null || verb.index > PERSIAN_REACH) return null;
    return verb[1] === undefined ? 'affirmed' : 'denied';
  }
  const known = language === 'und' ? 'en' : language;
  const before = idiomsIn(known).reduce(
    (rest, idiom) => rest.replaceAll(idiom, ' '.repeat(idiom.length)),
    text.slice(0, start),
  );
  if (DENIED[known].test(before)) return 'denied';
  return AFFIRMED[known].test(before) ? 'affirmed' : null;
}

/** Words that hold a `not` by accident (`不断`, `not only`). */
function idiomsIn(language: Known): readonly string[] {
  return negation[language].idiom;
}

/** Characters between a Persian verb's noun and its verb. */
const PERSIAN_REACH = 24;

interface Said {
  readonly denied: readonly Match<string>[];
  readonly affirmed: readonly Match<string>[];
}

function saidOf(stretch: Stretch): ReadonlyMap<string, Said> {
  const language = stretch.language === 'und' ? 'en' : stretch.language;
  const said = new Map<string, { denied: Match<string>[]; affirmed: Match<string>[] }>();
  for (const match of matcherFor(language).scan(stretch.text)) {
    const polarity = polarityOf(stretch, match);
    const known = said.get(match.value) ?? { denied: [], affirmed: [] };
    said.set(match.value, known);
    if (polarity !== null) known[polarity].push(match);
  }
  return said;
}

/**
 * Verbs that one version denies and the other affirms, though both say `not` of something else in the sentence: who
 * permits, recognises, interferes or imposes. Each must stand once in either sentence.
 */
export function findTurnedVerbs(pair: Pair): VersionFinding[] {
  if (pair.a.language === pair.b.language) return [];
  return sentencePairs(pair).flatMap((sentences) => {
    const [a, b] = [saidOf(sentences.a), saidOf(sentences.b)];
    return [...a].flatMap(([verb, mine]): VersionFinding[] => {
      const theirs = b.get(verb);
      if (theirs === undefined) return [];
      const [one, other] = turned(mine, theirs);
      if (one === undefined || other === undefined) return [];
      return [
        {
          ...{ type: 'meaning-shift', severity: 'critical', side: 'both', rule: 'negation/verb' },
          ...{ a: inContext(sentences.a, one.start, one.end), b: inContext(sentences.b, other.start, other.end) },
          details: {
            a: sentences.a.text.slice(one.start, one.end),
            b: sentences.b.text.slice(other.start, other.end),
          },
        },
      ];
    });
  });
}

function turned(mine: Said, theirs: Said): readonly (Match<string> | undefined)[] {
  const only = (one: Said, which: 'denied' | 'affirmed', not: 'denied' | 'affirmed') =>
    one[which].length === 1 && one[not].length === 0 ? one[which][0] : undefined;
  const [denied, affirmed] = [only(mine, 'denied', 'affirmed'), only(theirs, 'affirmed', 'denied')];
  if (denied !== undefined && affirmed !== undefined) return [denied, affirmed];
  return [only(mine, 'affirmed', 'denied'), only(theirs, 'denied', 'affirmed')];
}

import { eitherCase } from '../../kernel/index.ts';
import furniture from '../data/furniture.json' with { type: 'json' };

type Kind = Exclude<keyof typeof furniture, 'about'>;

/** Expressions that tell capitals are kept case-sensitive; all others match letters of either case. */
function compile(sources: readonly string[]): RegExp {
  return new RegExp(
    sources.map((source) => eitherCase(source.includes('\\p{Lu}') ? `(?:${source})` : `(?i:${source})`)).join('|'),
    'u',
  );
}

/** The patterns of data/furniture.json, one expression a kind. */
export const PATTERNS: Readonly<Record<Kind, RegExp>> = Object.fromEntries(
  Object.entries(furniture)
    .filter((entry): entry is [Kind, string[]] => entry[0] !== 'about')
    .map(([kind, sources]) => [kind, compile(sources)]),
) as Record<Kind, RegExp>;

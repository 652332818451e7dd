import { type ConceptMark, conceptMarks } from '../concepts/marks.ts';
import type { LineageUnit, LineageWork } from '../model.ts';
import { cuesIn } from '../relations/cues.ts';
import { backgroundCount } from './background.ts';

/** What an index knows of a key: how many units have it, and whether it is a word of one language only. */
export interface KeyTable {
  readonly ids: Map<string, number>;
  /** By id: units that have the key, those of the background counted in. */
  readonly counts: number[];
  /** By id: true for a word of no list, which no other language can share. */
  readonly own: boolean[];
  /** Words of marks as texts have them, each once. */
  readonly words: string[];
  readonly wordIds: Map<string, number>;
}

export function keyTable(): KeyTable {
  return { ids: new Map(), counts: [], own: [], words: [], wordIds: new Map() };
}

export const MARK_KINDS = ['term', 'name', 'word', 'number'] as const;

/** The marks of all units of a work in flat arrays: unit → marks → keys. */
export interface WorkMarks {
  /** By unit: where its marks begin; one more at the end. */
  readonly marks: Int32Array;
  /** By mark: where its keys begin; one more at the end. */
  readonly keys: Int32Array;
  readonly key: Int32Array;
  readonly weight: Float32Array;
  readonly kind: Uint8Array;
  /** Weight before numbers are discounted. */
  readonly whole: Float32Array;
  /** Id of the mark's words, and what holds of it: `CORE`, `UNREADABLE`, `PART`. */
  readonly word: Int32Array;
  readonly flags: Uint8Array;
  /** By unit: where its distinct keys begin in `unitKey`; one more at the end. */
  readonly unit: Int32Array;
  readonly unitKey: Int32Array;
}

/** The mark stands in the action and its object, not in a purpose; its words are neighbouring syllables, not a word. */
export const CORE = 1;
export const UNREADABLE = 2;
/** The mark is a part of the longer term that stands before it. */
export const PART = 4;

/** What stands before a purpose must at least hold an action and an object. UTF-16 units. */
const SHORTEST_CORE = 40;

/** The action and its object: purpose and result, which follow, move with the times. */
function coreText(text: string, { language }: LineageUnit): string {
  const cuts = cuesIn('purpose', text, language).filter((at) => at > SHORTEST_CORE);
  return cuts.length === 0 ? text : text.slice(0, Math.min(...cuts));
}

function formOf({ keys }: ConceptMark): string {
  return keys.join('|');
}

function flagsOf(mark: ConceptMark, core: ReadonlySet<string> | null): number {
  const unreadable = mark.kind === 'word' && mark.keys.some((key) => key.startsWith('vi:') || key.startsWith('zh:'));
  const inCore = core === null || core.has(formOf(mark));
  return (inCore ? CORE : 0) | (unreadable ? UNREADABLE : 0) | (mark.part === true ? PART : 0);
}

function wordId({ words, wordIds }: KeyTable, word: string): number {
  const known = wordIds.get(word);
  if (known !== undefined) return known;
  wordIds.set(word, words.length);
  return words.push(word) - 1;
}

/** A year, a count of documents: in most units, and so it tells nothing; the object does. */
const NUMBER_WEIGHT = 0.5;

/** What is read for concepts: the quote, and the names of its attributes that stand outside it. */
export function conceptText(unit: LineageUnit): string {
  const outside = [...unit.instruments, ...unit.mechanisms, ...unit.places].filter(
    (name) => !unit.quote.includes(name),
  );
  return [unit.quote, ...new Set(outside)].join(' ; ');
}

/** The id of a key, given at its first use. */
export function keyId(table: KeyTable, key: string): number {
  const known = table.ids.get(key);
  if (known !== undefined) return known;
  const id = table.counts.length;
  table.ids.set(key, id);
  table.counts.push(backgroundCount(key));
  table.own.push(/^(?:en|vi|zh|fa|und):/u.test(key));
  return id;
}

/** Reads the marks of a work's units and counts their keys in the table. */
export function readMarks(work: LineageWork, table: KeyTable): WorkMarks {
  const [marks, keys, key]: [number[], number[], number[]] = [[], [], []];
  const [weight, kind]: [number[], number[]] = [[], []];
  const [whole, word, flags]: [number[], number[], number[]] = [[], [], []];
  const [starts, distinct]: [number[], number[]] = [[], []];
  for (const unit of work.units) {
    marks.push(weight.length);
    const seen = new Set<number>();
    const text = conceptText(unit);
    const core = coreText(text, unit);
    const inCore = core === text ? null : new Set(conceptMarks(core, unit.language).map(formOf));
    for (const mark of conceptMarks(text, unit.language)) {
      keys.push(key.length);
      whole.push(mark.weight);
      word.push(wordId(table, mark.words));
      flags.push(flagsOf(mark, inCore));
      weight.push(mark.kind === 'number' ? mark.weight * NUMBER_WEIGHT : mark.weight);
      kind.push(MARK_KINDS.indexOf(mark.kind));
      for (const name of mark.keys) {
        const id = keyId(table, name);
        key.push(id);
        seen.add(id);
      }
    }
    starts.push(distinct.length);
    for (const id of seen) {
      distinct.push(id);
      table.counts[id] = (table.counts[id] ?? 0) + 1;
    }
  }
  starts.push(distinct.length);
  marks.push(weight.length);
  keys.push(key.length);
  return {
    marks: Int32Array.from(marks),
    keys: Int32Array.from(keys),
    key: Int32Array.from(key),
    weight: Float32Array.from(weight),
    kind: Uint8Array.from(kind),
    whole: Float32Array.from(whole),
    word: Int32Array.from(word),
    flags: Uint8Array.from(flags),
    unit: Int32Array.from(starts),
    unitKey: Int32Array.from(distinct),
  };
}

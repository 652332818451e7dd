import { z } from 'zod';
import { SECTORS } from './scales.ts';

/** Schemas of the word lists, for the tests that check the data; loading them takes time that no reading needs. */

const words = z.array(z.string().min(1));

/** Words for who acts that name no state. */
export const actorWordsSchema = z.strictObject({
  language: z.enum(['vi', 'en', 'zh', 'fa']),
  /** The two parties of a text together. */
  two: words,
  /** All parties, however many the text has. */
  all: words,
  /** Bodies not named one by one; kept as an unresolved set. */
  relevant: words,
  /** The parties' own bodies in general; what they are told to do their parties do. */
  officials: words,
  /** Verbs by which an undertaking is handed to a body. */
  tasking: words,
  /** Verbs by which one body has another act: both then do what follows. */
  leading: words,
  /** Kinds of bodies with their id; `*` stands for the province whose document it is (`*ppc` → `dien-bien-ppc`); those with `?` act for the parties in a text of states. */
  units: z.array(z.strictObject({ id: z.string().regex(/^[*?]?[a-z0-9]+(?:-[a-z0-9]+)*$/), forms: words })),
});

/** Names of states beside those of the Unicode CLDR: adjectives, short and older forms. ISO 3166 alpha-2 → forms. */
export const countryNamesSchema = z.strictObject({
  language: z.enum(['vi', 'en', 'zh', 'fa']),
  names: z.record(z.string().regex(/^[A-Z]{2}$/), z.array(z.string().min(1)).min(1)),
  /** Names that begin with that of a state and mean none (`Pháp chế`, `Mỹ Tho`). */
  others: words.optional(),
});

/** Nouns without which a sentence holds no name of the kind; they decide which name patterns are tried at all. */
export const headWordsSchema = z.strictObject({
  language: z.enum(['vi', 'en', 'zh', 'fa']),
  instrument: z.array(z.string().min(1)),
  mechanism: z.array(z.string().min(1)),
  place: z.array(z.string().min(1)),
});

/** Words that show what an action is about: sector → weight (1 faint to 4 decisive) → terms. */
export const sectorTermsSchema = z.strictObject({
  language: z.enum(['vi', 'en', 'zh', 'fa']),
  /** Words that open a purpose, means or manner: what follows them counts less. */
  asides: z.array(z.string().min(1)),
  /** Words that hold a term by accident (`trade union`, `nhu cầu`) and say nothing. */
  neutral: z.array(z.string().min(1)),
  terms: z.partialRecord(z.enum(SECTORS), z.partialRecord(z.enum(['1', '2', '3', '4']), z.array(z.string().min(1)))),
});

const word = z.strictObject({ form: z.string().min(1), id: z.string().regex(/^[a-z]+(?:-[a-z]+)*$/) });

/** Parts of which names of Vietnamese and Chinese bodies are made, with their English kebab words. */
export const unitPartsSchema = z.strictObject({
  language: z.enum(['vi', 'zh']),
  /** Names put into English as a whole, as the bodies themselves do. */
  names: z.array(word).optional(),
  heads: z.array(word),
  fields: z.array(word),
  /** Words a field is put together of where it is not listed as a whole, in small letters. */
  words: z.array(word).optional(),
  /** What a word becomes before another (`môi trường`: `environmental`). */
  modifiers: z.array(word).optional(),
});

/** Words by which amounts are told: what multiplies a number, currencies before it, units of measure, things that are counted. */
export const measuresSchema = z.strictObject({
  language: z.enum(['vi', 'en', 'zh', 'fa']),
  multipliers: words,
  before: words,
  units: words,
  counted: words,
  /** Words that stand for a number before what is counted (`two`, `ba mươi`, `三十`); one is left out, for it mostly says "a". */
  numbers: z.record(z.string().min(1), z.number().int().min(2)),
});

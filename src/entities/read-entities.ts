import {
  documentDate,
  findNames,
  findParties,
  profileFor,
  type Reading,
  relationOf,
  taughtRegisters,
} from '../commitments/index.ts';
import { type Document, flatten, type Sentence } from '../documents/index.ts';
import type { Language } from '../kernel/index.ts';
import { type Profile, type Teaching, vocabularyScanner } from '../vocabulary/index.ts';
import { factsOf } from './facts/facts-of.ts';
import type { EntityFact, EntityMention, EntityReading } from './model.ts';
import { findAgreed } from './names/agreed.ts';
import { knownBodies, proposedBodies } from './names/bodies.ts';
import type { FoundName, Passage } from './names/found.ts';
import { findGates } from './names/gates.ts';
import { findPlaces } from './names/places.ts';
import { registeredNames } from './names/registered.ts';

function namesIn(text: string, language: Language, profile: Profile | null): { passage: Passage; found: FoundName[] } {
  const scan = vocabularyScanner(language, profile)(text);
  const passage: Passage = { text, language, names: findNames(text, language, scan) };
  const known = registeredNames(profile, text);
  const gates = findGates(passage, known.gate);
  const agreed = findAgreed(passage, known, profile);
  const places = findPlaces(passage, known.place, [...gates, ...agreed]);
  const bodies = knownBodies(passage, known.body);
  const before = [...gates, ...agreed, ...places, ...bodies];
  const found = [...before, ...proposedBodies(passage, before)];
  return { passage, found: found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end) };
}

/** A blank line and a capital: a new passage, where no unknown name goes on. */
const NEW_PASSAGE = /\n\s*\n\s*\p{Lu}/u;

/**
 * Finds every body, mechanism, instrument, gate and place a document names, and what it says of them, with the words.
 * Names of the relation's profile carry their entry; others are proposed. Pure and deterministic.
 * @param reading the commitments of the same document: they tell what is done from what is planned
 * @param teaching names people taught for bodies of the profile count as theirs
 */
export function readEntities(document: Document, reading: Reading, teaching?: Teaching): EntityReading {
  const parties = findParties(document);
  const known = profileFor(parties.codes);
  const relation = relationOf(parties.codes, known);
  const profile = taughtRegisters(teaching, relation, known);
  const date = documentDate(document);
  const mentions: EntityMention[] = [];
  const facts: EntityFact[] = [];
  const readSentence = (sentence: Sentence) => {
    if (document.provisions[sentence.provision]?.role === 'furniture') return;
    const flat = flatten(document, sentence.span);
    const language = sentence.language === 'und' ? document.language : sentence.language;
    const { passage, found } = namesIn(flat.text, language, profile);
    if (found.length === 0) return;
    const kept = found.filter(({ entries, span }) => {
      const raw = flat.raw(span);
      return entries.length > 0 || !NEW_PASSAGE.test(document.text.slice(raw.start, raw.end));
    });
    const first = mentions.length;
    for (const { kind, span: at, entries, confidence, rule, sides } of kept) {
      const span = flat.raw(at);
      const name = flat.text.slice(at.start, at.end);
      const text = document.text.slice(span.start, span.end);
      const why = [{ rule, words: name, span }];
      const own = { kind, span, text, name, language, sentence: sentence.index, entries, confidence, why };
      mentions.push(sides === undefined ? own : { ...own, sides });
    }
    const said = factsOf(passage, kept, { flat, document, reading, sentence: sentence.index, date });
    facts.push(...said.map((fact) => ({ ...fact, mention: first + fact.mention })));
  };
  for (const sentence of document.sentences) readSentence(sentence);
  return { relation, profile: profile?.id ?? null, date, mentions, facts };
}

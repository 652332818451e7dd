import type { Document, FlatText, Provision } from '../../documents/index.ts';
import type { Language } from '../../kernel/index.ts';
import {
  type Match,
  type Matcher,
  type NameRef,
  nameMatcher,
  type Profile,
  type Sector,
  type SectorCue,
  sectorScanner,
  type Teaching,
  type VocabularyScan,
  vocabularyScanner,
} from '../../vocabulary/index.ts';
import type { Assignment, Clause } from '../clause.ts';
import { type Extension, extensionFor } from '../teaching/extension.ts';
import { type ActorHit, actorHits, hitsOf } from './actor-hits.ts';
import { findAssignment } from './assignments.ts';
import { BodyNames } from './body-names.ts';
import { documentDate, yearOfTitle } from './document-date.ts';
import { type DueMatch, scanDue } from './due.ts';
import { type DutyWords, dutyWords } from './duties.ts';
import { findIssuer, type Issuer } from './issuer.ts';
import { findNames, type NameMention } from './names.ts';
import { partyOfOffice } from './offices.ts';
import { findParties, isDirective, type Parties, provinceOf } from './parties.ts';
import { isName, partyOfName, partyOfPerson } from './persons.ts';
import { profileFor, relationOf } from './profile-choice.ts';
import { proposedIds } from './proposed-bodies.ts';
import { ProvisionTerms } from './provision-terms.ts';
import { remembered } from './remembered.ts';
import { NO_TALLY, type Surroundings, type Tally, tally, tallyParts } from './sector.ts';

/** All that is read in a sentence once, whatever the number of its clauses. */
export interface SentenceScan {
  readonly dues: readonly DueMatch[];
  readonly sectors: readonly Match<SectorCue>[];
  readonly names: readonly NameMention[];
  readonly actors: readonly ActorHit[];
  /** What it says of who leads, helps and reports. */
  readonly duties: () => DutyWords;
  /** What the whole sentence is about. */
  readonly tally: () => Tally;
}

/** What the readers of attributes know of the whole document; made once for each. */
export interface AttributeContext {
  readonly document: Document;
  readonly parties: Parties;
  readonly profile: Profile | null;
  readonly names: Matcher<NameRef> | null;
  /** What people taught of the relation, or null. */
  readonly extension: Extension | null;
  /** Id of the province whose authority wrote the document (`dien-bien`), or null. */
  readonly province: string | null;
  /** The authority that issues the document as a plan of its own, or null. */
  readonly issuer: Issuer | null;
  /** What the text calls bodies that no register knows. */
  readonly bodyNames: BodyNames;
  /** The document gives its own units tasks (a directive, or one with a statement annexed). */
  readonly assigns: boolean;
  /** Sector of what leaders do together: of the parties where these meet as parties, else diplomacy. */
  readonly leadership: Sector;
  /** ISO date the document bears, or the first day of the year its title names; else null. */
  readonly date: string | null;
  /** The actors a phrase names; phrases come back again and again and are read once. */
  phrase(text: string, language: Language): readonly ActorHit[];
  /** The ids proposed for the bodies of a phrase that no register knows; read once for each phrase. */
  proposed(text: string): readonly string[];
  /** The party of a person named in a subject, or null. */
  person(subject: string): string | null;
  /** True for a word with a capital that the text also has inside sentences: a name, not the beginning of one. */
  isName(word: string): boolean;
  /** Who does a clause, as the words beside it say; null where none do. */
  assignment(clause: Clause): Assignment | null;
  /** Reads the sentences of many clauses together, one kind of thing in all of them before the next, and forgets those read before. */
  scanAhead(clauses: readonly Pick<Clause, 'sentence' | 'language'>[]): void;
  /** What was read in a sentence; read when first asked for. */
  scan(sentence: FlatText, language: Language): SentenceScan;
  /** What the sentence of a clause, its provision and the headings above it are about. */
  surroundings(clause: Pick<Clause, 'provision' | 'sentence' | 'language'>): Surroundings;
}

/** Longer provisions say little about any one of their clauses; their beginning is enough. */
const ENOUGH = 1600;
/** `12.`, `(3)`, `- ` before the words of a provision say nothing of what it is about. */
const MARK = /^[\d\s().•-]*$/;
const BLANK = /^\s*$/;
const LONGEST_MARK = 12;
/** The kind of the parties shows in the beginning of a text. */
const LOOK = 20_000;

/** Phrases, subjects and words kept at a time. */
const MOST = 4000;
/** Provisions kept at a time: those about the one that is read. */
const MOST_PROVISIONS = 200;

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The parties of the text are led by parties that meet as such (`two Parties`). */
const PARTY_STATES =
  /(?:[Tt]wo|[Bb]oth) Parties(?= and| and the two| at)|Communist Part|hai Đảng|Đảng Cộng sản|Đảng Nhân dân|两党|共产党|دو حزب/u;

function tallyOf(
  document: Document,
  provision: Provision | undefined,
  leadership: Sector,
  extension: Extension | null,
  known: ProvisionTerms,
): Tally {
  if (provision === undefined) return NO_TALLY;
  const { start, end } = provision.span;
  const text = document.text.slice(start, Math.min(end, start + ENOUGH));
  const whole = { start: 0, end: text.length };
  const ready = extension === null && end - start <= ENOUGH ? known.of(provision) : null;
  if (ready !== null) return tallyParts(text, ready, whole, null, leadership);
  const read = sectorScanner(provision.language)(text);
  const terms = extension === null ? read : extension.sectors(text, provision.language, read);
  return tally(text, terms, whole, null, leadership);
}

/** A sentence that is all of its provision, but for the mark before it and blanks: what it is about was counted. */
function isWhole(
  document: Document,
  provision: Provision | undefined,
  { text }: FlatText,
  language: Language,
): boolean {
  if (provision === undefined || provision.language !== language) return false;
  const { start, end } = provision.span;
  const spare = end - start - text.length;
  if (spare < 0 || spare > LONGEST_MARK || end - start > ENOUGH) return false;
  const whole = document.text.slice(start, end);
  const at = whole.indexOf(text);
  return at >= 0 && MARK.test(whole.slice(0, at)) && BLANK.test(whole.slice(at + text.length));
}

/** Every word of the vocabulary in a sentence, with the words for sectors that people taught. */
function vocabularyOf(text: string, language: Language, { profile, extension }: AttributeContext): VocabularyScan {
  const scanned = vocabularyScanner(language, profile)(text);
  return extension === null ? scanned : { ...scanned, sectors: extension.sectors(text, language, scanned.sectors) };
}

function headingTally(document: Document, provision: Provision | undefined, tallies: (index: number) => Tally): Tally {
  let above = provision?.parent ?? null;
  while (above !== null) {
    const own = tallies(above);
    if (own.came.length > 0) return own;
    above = document.provisions[above]?.parent ?? null;
  }
  return NO_TALLY;
}

/**
 * Gets ready to read the attributes of a document's clauses.
 * @param teaching what people taught, by relation
 * @param profile the relation's registers; where none is given, that of the built-in relations whose parties these are
 */
export function makeContext(document: Document, profile?: Profile, teaching?: Teaching): AttributeContext {
  const parties = findParties(document);
  const chosen = profile ?? profileFor(parties.codes);
  const extension = extensionFor(teaching, relationOf(parties.codes, chosen));
  const registers = extension === null ? chosen : extension.profile(chosen);
  const names = registers && nameMatcher(registers);
  const date = documentDate(document) ?? yearOfTitle(document);
  const province = provinceOf(document, names);
  const issuer = findIssuer(document, province);
  const leadership: Sector = PARTY_STATES.test(document.text.slice(0, LOOK)) ? 'politics-party' : 'diplomacy';
  const phrases = new Map<Language, (text: string) => readonly ActorHit[]>();
  const scans = new Map<FlatText, SentenceScan>();
  const assignments = new Map<Clause, Assignment | null>();
  const known = new ProvisionTerms(document);
  const tallyAt = remembered(MOST_PROVISIONS, (index: number) =>
    tallyOf(document, document.provisions[index], leadership, extension, known),
  );
  const partyOf = remembered(MOST, (name: string) => partyOfName(name, document.text, parties));
  const scanAll = (asked: ReadonlyMap<FlatText, Language>) => {
    const sentences = [...asked.keys()];
    const languages = [...asked.values()];
    const languageOf = (at: number) => languages[at] as Language;
    const found = sentences.map(({ text }, at) => vocabularyOf(text, languageOf(at), context));
    const dues = sentences.map(({ text }, at) => scanDue(text, languageOf(at), date));
    const names = sentences.map(({ text }, at) => findNames(text, languageOf(at), found[at] as VocabularyScan));
    sentences.forEach((sentence, at) => {
      const language = languageOf(at);
      const { text } = sentence;
      const words = found[at] as VocabularyScan;
      const { sectors } = words;
      const whole = { start: 0, end: text.length };
      known.keep(sentence, language, sectors);
      scans.set(sentence, {
        dues: dues[at] as readonly DueMatch[],
        sectors,
        names: names[at] as readonly NameMention[],
        actors: hitsOf(text, language, words, context),
        duties: once(() => dutyWords(text)),
        tally: once(() => tally(text, sectors, whole, null, leadership)),
      });
    });
  };
  const context: AttributeContext = {
    document,
    parties,
    profile: registers,
    names,
    extension,
    province,
    issuer,
    bodyNames: new BodyNames(document.language),
    assigns: issuer !== null || isDirective(document),
    leadership,
    date,
    phrase(text, language) {
      let read = phrases.get(language);
      if (read === undefined) {
        read = remembered(MOST, (words) => actorHits(words, language, context));
        phrases.set(language, read);
      }
      return read(text);
    },
    proposed: remembered(MOST, (words) => proposedIds(words, context)),
    person: remembered(
      MOST,
      (subject) =>
        partyOfOffice(subject, document.text, parties) ?? partyOfPerson(subject, document.text, parties, partyOf),
    ),
    isName: remembered(MOST, (word) => isName(word, document.text)),
    assignment(clause) {
      let found = assignments.get(clause);
      if (found === undefined) {
        found = findAssignment(clause);
        assignments.set(clause, found);
      }
      return found;
    },
    scanAhead(clauses) {
      scans.clear();
      assignments.clear();
      const asked = new Map<FlatText, Language>();
      for (const { sentence, language } of clauses) asked.set(sentence, language);
      scanAll(asked);
    },
    scan(sentence, language) {
      if (!scans.has(sentence)) scanAll(new Map([[sentence, language]]));
      return scans.get(sentence) as SentenceScan;
    },
    surroundings({ provision, sentence, language }) {
      const here = document.provisions[provision];
      const said = context.scan(sentence, language).tally();
      return {
        sentence: said,
        provision: isWhole(document, here, sentence, language) ? said : tallyAt(provision),
        heading: headingTally(document, here, tallyAt),
      };
    },
  };
  return context;
}

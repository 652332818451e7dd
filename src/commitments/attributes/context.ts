import type { Document, FlatText, Provision } from '../../documents/index.ts';
import type { Language } from '../../kernel/index.ts';
import {
  type Match,
  type Matcher,
  type NameRef,
  nameMatcher,
  type Profile,
  type SectorCue,
} from '../../vocabulary/index.ts';
import { documentDate } from './document-date.ts';
import { type DueMatch, scanDue } from './due.ts';
import { findNames, type NameMention } from './names.ts';
import { findParties, isDirective, type Parties, provinceOf } from './parties.ts';
import { profileFor } from './profile-choice.ts';
import { scanSectors, type Tally, tally } from './sector.ts';

/** All that is read in a sentence once, whatever the number of its clauses. */
export interface SentenceScan {
  readonly dues: readonly DueMatch[];
  readonly sectors: readonly Match<SectorCue>[];
  readonly names: readonly NameMention[];
}

/** What the readers of attributes know of the whole document; made once for each. */
export interface AttributeContext {
  readonly document: Document;
  readonly parties: Parties;
  readonly profile: Profile | null;
  readonly names: Matcher<NameRef> | null;
  /** Id of the province whose authority wrote the document (`dien-bien`), or null. */
  readonly province: string | null;
  /** The document gives its own units tasks (a directive, or one with a statement annexed). */
  readonly assigns: boolean;
  /** ISO date the document bears, or null. */
  readonly date: string | null;
  /** What was read in a sentence; read when first asked for. */
  scan(sentence: FlatText, language: Language): SentenceScan;
  /** What a provision and the headings above it are about. */
  surroundings(provision: number): { readonly provision: Tally; readonly heading: Tally };
}

/** Longer provisions say little about any one of their clauses; their beginning is enough. */
const ENOUGH = 4000;

function tallyOf(document: Document, provision: Provision | undefined): Tally {
  if (provision === undefined) return new Map();
  const text = document.text.slice(provision.span.start, Math.min(provision.span.end, provision.span.start + ENOUGH));
  return tally(text, scanSectors(text, provision.language), { start: 0, end: text.length }, 0);
}

function headingTally(document: Document, provision: Provision | undefined): Tally {
  let above = provision?.parent ?? null;
  while (above !== null) {
    const parent = document.provisions[above];
    const own = tallyOf(document, parent);
    if (own.size > 0) return own;
    above = parent?.parent ?? null;
  }
  return new Map();
}

/**
 * Gets ready to read the attributes of a document's clauses.
 * @param profile the relation's registers; where none is given, that of the built-in relations whose parties these are
 */
export function makeContext(document: Document, profile?: Profile): AttributeContext {
  const parties = findParties(document);
  const chosen = profile ?? profileFor(parties.codes);
  const names = chosen && nameMatcher(chosen);
  const date = documentDate(document);
  const scans = new WeakMap<FlatText, SentenceScan>();
  const around = new Map<number, { provision: Tally; heading: Tally }>();
  return {
    document,
    parties,
    profile: chosen,
    names,
    province: provinceOf(document, names),
    assigns: isDirective(document),
    date,
    scan(sentence, language) {
      const known = scans.get(sentence);
      if (known) return known;
      const scan = {
        dues: scanDue(sentence.text, language, date),
        sectors: scanSectors(sentence.text, language),
        names: findNames(sentence.text, language, names),
      };
      scans.set(sentence, scan);
      return scan;
    },
    surroundings(index) {
      const known = around.get(index);
      if (known) return known;
      const provision = document.provisions[index];
      const found = { provision: tallyOf(document, provision), heading: headingTally(document, provision) };
      around.set(index, found);
      return found;
    },
  };
}

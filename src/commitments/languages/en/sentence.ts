import type { Kind } from '../../../vocabulary/index.ts';
import type { VerbForm, VerbSense } from '../../lexicon/sense.ts';
import { isCue, isMark, type Token, verbOf } from '../../lexicon/token.ts';
import { Drafts } from '../../reading/drafts.ts';
import type { SentencePlace, UnitFrame, UnitSubject } from '../../reading/unit.ts';
import { actListAt, nounActAt, toldAlone } from './act-lists.ts';
import { besides, inQuotes, norGroup, skipShared, skipSubordinate, whileBinding } from './asides.ts';
import { directedAct, furtherDirectedAct } from './directed.ts';
import { type FrameMatch, frameAt } from './frame.ts';
import { endBefore, furtherFrame, saysAnew, statedAttitude, strivesAt } from './further.ts';
import { kindOf } from './kind.ts';
import { ENGLISH } from './lexicon.ts';
import { hasMainClause, isSubjectNoun } from './main-clause.ts';
import { type Mode, modeAt, usesMeans } from './mode.ts';
import { type Boundary, formsAt, leadsToAction, leadsToFurther, opensAction } from './opening.ts';
import { passiveAt } from './passive.ts';
import { AGREED, BELIEF, bindsOffice, DIRECTING, MODALS, OURSELVES, POSSESSIVE } from './sentence-words.ts';
import { type SubjectMatch, subjectAfter } from './subject.ts';
import { opensUnknownVerb } from './unknown-verb.ts';
import { type VerbGroup, verbGroupAt } from './verb-group.ts';
import {
  afterEnclosed,
  isAdverb,
  isAnd,
  isSamePronoun,
  NOT_MANNER,
  skipAdverbs,
  skipConnectives,
  skipInterjection,
} from './words.ts';

/** An English sentence while it is read, from its first word to its last. */
export class EnglishSentence {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly place: SentencePlace;
  readonly drafts: Drafts;
  /** A listed item may begin "to strengthen". */
  readonly allowTo: boolean;
  frame: UnitFrame | null = null;
  /** The frame around a that-clause. */
  outer: FrameMatch | null = null;
  subject: UnitSubject | null = null;
  /** The form further actions take: `strengthen` or `strengthening`; null where none may follow. */
  form: VerbForm | null = null;
  mode: Mode = 'object';
  /** First token after the head verbs of the open unit. */
  objectAt = 0;
  plainFinite = false;
  /** Somebody else was told to act. */
  directing = false;
  /** Who told them. */
  director: UnitSubject | null = null;
  /** The open act is one of striving ("work to …"), which goes on with ", to …". */
  strives = false;
  /** The acts of "continue to …, to … and to …" are listed. */
  goesOn = false;
  /** The open act followed another after a comma. */
  enumerated = false;
  /** First token of the subject. */
  subjectAt = -1;
  /** The sentence ends with a body told to act as the items below say. */
  charges = false;

  constructor(text: string, place: SentencePlace, allowTo: boolean) {
    this.text = text;
    this.tokens = (place.lexicon ?? ENGLISH).read(text);
    this.place = place;
    this.allowTo = allowTo;
    this.drafts = new Drafts(text, this.tokens, 'en');
  }

  read(): void {
    const from = this.listed && isAnd(this.tokens[0]) ? 1 : 0;
    let i = Math.max(0, this.listedClause(), this.tryOpen(from, 'start', from));
    if (i === 0) this.setMode(0);
    if (this.subject === null && this.tokens[0]?.word === 'we') this.setSubject({ first: 0, last: 1 });
    while (i < this.tokens.length) {
      const next = this.step(i);
      i = next > i ? next : i + 1;
    }
    this.drafts.close(this.text.length);
  }

  /** The sentence begins an item under introducing words. */
  get listed(): boolean {
    return this.place.opensItem && this.place.governor !== null;
  }

  /** "(c) that the Secretariat will …" under "agreed:"; -1 where the sentence is no listed clause. */
  listedClause(): number {
    const { governor, opensItem } = this.place;
    const that = this.tokens[0]?.word === 'that' ? 1 : 0;
    if (!opensItem || governor === null || (that === 0 && governor.complement !== 'clause')) return -1;
    const about = {
      id: governor.id,
      kind: governor.kind,
      complement: 'clause',
      first: 0,
      next: that,
      verb: 0,
    } as const;
    this.outer = { ...about, plain: false, directs: false, duty: false };
    return this.tryOpen(that, 'that', 0);
  }

  /** Reads one token; returns where to go on, or -1 for the next. */
  step(i: number): number {
    const token = this.tokens[i] as Token;
    if (token.enclosed) return -1;
    const after = afterEnclosed(this.tokens, i + 1);
    if (isMark(token, ';'))
      return this.tryOpen(isAnd(this.tokens[after]) ? afterEnclosed(this.tokens, after + 1) : after, 'semicolon', i);
    if (isMark(token, ':')) return this.openList(i) ?? this.tryOpen(after, 'colon', i);
    if (isMark(token, ',')) {
      const shared = skipShared(this.tokens, i);
      if (shared > i) return shared;
      const denied = this.openNor(after, i);
      if (denied >= 0) return denied;
      const and = isAnd(this.tokens[after]) || this.tokens[after]?.word === 'as well as';
      return this.tryOpen(and ? after + 1 : after, and ? 'comma-and' : 'comma', i);
    }
    if (isAnd(token) || token.word === 'as well as') {
      const opened = this.tryOpen(skipInterjection(this.tokens, i + 1), 'and', i);
      if (opened < 0 && token.word === 'as well as') this.mode = 'list';
      return opened;
    }
    const aside = this.subject === null ? null : whileBinding(this.tokens, i);
    if (aside !== null) return this.openFrame(aside, i, i);
    this.setMode(i);
    return -1;
  }

  /** "The cooperation includes: a) to exchange …; b) to share …": the first act; null where no such list begins. */
  openList(colon: number): number | null {
    const at = this.form === null && this.drafts.open === null ? actListAt(this.tokens, colon) : -1;
    if (at < 0) return null;
    const mark = this.tokens[colon] as Token;
    this.frame = { id: 'include', kind: 'commitment', complement: 'action', start: mark.start, end: mark.end };
    this.form = 'base';
    return this.openVerb(at, 'frame', colon);
  }

  /** ", nor will we weaken …": a further undertaking of the same subject; -1 where none follows. */
  openNor(at: number, closeAt: number): number {
    const next = this.frame === null ? null : norGroup(this.tokens, at);
    return next === null ? -1 : this.openGroup(next, next.start, 'base', 'comma', closeAt);
  }

  setMode(i: number): void {
    this.mode = modeAt(this.tokens, i, this.mode, this.drafts.open === null ? null : this.objectAt, this.objectAt);
  }

  tryOpen(from: number, boundary: Boundary, closeAt: number): number {
    const starts = boundary === 'start' || boundary === 'semicolon' || boundary === 'colon' || boundary === 'that';
    const at = starts ? skipConnectives(this.tokens, from) : from;
    const running = this.drafts.open === null ? 'none' : this.form === null ? 'closed' : 'listing';
    const match = subjectAfter(this.tokens, at, boundary, running);
    if (match !== null) {
      this.setSubject(match);
      return this.openFrame(match.frame, endBefore(this.tokens, closeAt, this.objectAt), match.last);
    }
    const alone = boundary === 'start' || boundary === 'semicolon' ? toldAlone(this.tokens, at) : null;
    if (alone !== null) {
      this.setSubject(alone);
      return this.openFrame(alone, closeAt, alone.last);
    }
    const stated = this.subject === null || starts ? null : statedAttitude(this.tokens, at);
    const felt = stated ?? besides(this.tokens, at) ?? furtherFrame(this.tokens, at, this.frame);
    if (felt !== null && boundary !== 'start') return this.openFrame(felt, closeAt, at);
    const verb = this.openVerb(at, boundary, closeAt);
    if (verb >= 0) return verb;
    const finite = this.finiteMatch(boundary === 'that' && isSamePronoun(this.tokens[at]) ? at + 1 : at, boundary);
    if (finite === null) {
      const further = boundary === 'and' || boundary === 'comma-and' ? this.openFurtherDirected(at, closeAt) : -1;
      return further >= 0 ? further : this.openPassive(at, boundary, closeAt);
    }
    if (this.joinsWithoutObject(finite, closeAt)) return finite.next;
    if (!MODALS.has(finite.id)) this.outer = null;
    if (this.directing) this.subject = this.director;
    this.directing = false;
    return this.openFrame(finite, closeAt, at);
  }

  setSubject(match: Pick<SubjectMatch, 'first' | 'last'>): void {
    const first = this.tokens[match.first] as Token;
    const last = this.tokens[match.last - 1] as Token;
    this.subjectAt = match.first;
    this.subject = { text: this.text.slice(first.start, last.end), start: first.start, end: last.end };
  }

  /** A second finite verb of the same subject: "reviewed …; appreciated …; and agreed that …". */
  finiteMatch(at: number, boundary: Boundary): FrameMatch | null {
    const assigned = boundary === 'start' && this.place.governor?.id === 'assigned';
    if (!assigned && (this.subject === null || boundary === 'start')) return null;
    const frame = frameAt(this.tokens, skipAdverbs(this.tokens, at));
    if (frame === null) return null;
    if (frame.plain) {
      const verb = verbOf(this.tokens[frame.verb]);
      const speaks = /^(?:we\b|they$)/i.test(this.subject?.text ?? '');
      const plural = speaks && (this.form !== 'base' || saysAnew(frame, boundary));
      if (!(assigned || this.plainFinite || plural) || frame.kind === 'record') return null;
      const after = this.tokens[frame.next];
      const noun = verb?.alsoNoun && !saysAnew(frame, boundary);
      if (noun && !isCue(after, 'determiner') && !after?.capital) return null;
    }
    if (frame.kind === 'record' && (boundary === 'comma' || isCue(this.tokens[frame.next], 'preposition'))) return null;
    return frame;
  }

  /** "supports and highly appreciates …": two verbs before one object are one unit. */
  joinsWithoutObject(finite: FrameMatch, closeAt: number): boolean {
    const open = this.drafts.open;
    if (open === null || closeAt > this.objectAt || (finite.complement !== 'object' && finite.kind !== 'position'))
      return false;
    this.drafts.begin({ ...open, actionLast: finite.verb, kind: finite.kind === 'position' ? 'position' : open.kind });
    this.objectAt = finite.next;
    return true;
  }

  openFrame(match: FrameMatch, closeAt: number, from: number): number {
    this.drafts.closeAt(closeAt);
    const inside = this.outer?.complement === 'clause' ? this.outer : null;
    let kind = match.kind;
    if (inside !== null && BELIEF.test(inside.id)) kind = 'position';
    else if (match.duty)
      kind = bindsOffice(this.subject?.text) || (inside !== null && AGREED.test(inside.id)) ? 'commitment' : 'position';
    const first = this.tokens[match.first] as Token;
    const last = this.tokens[match.next - 1] as Token;
    this.frame = { id: match.id, kind, complement: match.complement, start: first.start, end: last.end };
    this.plainFinite = match.plain;
    this.form = match.complement === 'action' ? 'base' : match.complement === 'ing' ? 'ing' : null;
    if (match.directs) {
      const told = this.openDirected(match.next);
      if (told >= 0) return told;
    }
    if (this.form !== null) {
      const opened = this.openVerb(inQuotes(this.tokens, match.next), 'frame', match.next);
      return opened >= 0 ? opened : this.openUnknown(match);
    }
    if (match.complement === 'object') {
      const act = kind === 'commitment' ? nounActAt(this.tokens, match) : null;
      if (act === null) this.openObject(match, kind, from);
      else this.begin(match.next, act.noun, act.noun, [act.sense], kind, 0.75, `frame:en/${match.id}`, true);
      return match.next;
    }
    this.outer = match;
    if (isMark(this.tokens[match.next], ':') && match.next === this.tokens.length - 1 && AGREED.test(match.id))
      return match.next + 1;
    this.openObject(match, kind === 'commitment' ? 'position' : kind, from);
    const clause = skipSubordinate(this.tokens, match.next);
    const inner = this.tryOpen(clause, 'that', clause);
    const clauseAt = this.tokens[clause]?.start ?? 0;
    if (inner >= 0) this.drafts.drop((draft) => draft.frame?.complement === 'clause' && draft.end <= clauseAt);
    return inner >= 0 ? inner : match.next;
  }

  /** "tasked our officials to finalise …": who is told acts. Also for "and the Secretary to report …" after it. */
  openDirected(from: number): number {
    const act = directedAct(this.tokens, from + 1);
    if (act === null) return this.openDirectedList(from);
    this.director = this.subject;
    this.setSubject({ first: from, last: act.link });
    this.form = act.form;
    this.directing = true;
    return this.openVerb(act.link + 1, 'frame', act.link + 1);
  }

  /** "requested the Secretariat to:": what the body is told stands in the items below. */
  openDirectedList(from: number): number {
    const link = this.tokens.length - 2;
    const word = this.tokens[link]?.word;
    if (link <= from || (word !== 'to' && word !== 'with') || !isMark(this.tokens[link + 1], ':')) return -1;
    this.setSubject({ first: from, last: link });
    this.form = word === 'to' ? 'base' : 'ing';
    if (this.frame !== null) this.frame = { ...this.frame, complement: word === 'to' ? 'action' : 'ing' };
    this.charges = true;
    return this.tokens.length;
  }

  /** A further body told to act, after one that was. */
  openFurtherDirected(at: number, closeAt: number): number {
    const act = this.directing ? furtherDirectedAct(this.tokens, at) : null;
    if (act === null) return -1;
    this.drafts.closeAt(closeAt);
    this.setSubject({ first: at, last: act.link });
    return this.openVerb(act.link + 1, 'frame', act.link + 1);
  }

  /** "The next session will be held in …": the whole clause is the unit, for its subject is what is promised. */
  openPassive(at: number, boundary: Boundary, closeAt: number): number {
    const agreed = this.outer !== null && AGREED.test(this.outer.id);
    if (boundary === 'comma' || boundary === 'and' || (this.outer !== null && !agreed)) return -1;
    const passive = passiveAt(this.tokens, at, agreed);
    if (passive === null) return -1;
    this.drafts.closeAt(closeAt);
    const modal = this.tokens[passive.modal] as Token;
    this.frame = { id: 'passive', kind: 'commitment', complement: 'object', start: modal.start, end: modal.end };
    this.form = null;
    if (!agreed) this.subject = null;
    this.beginPassive(at, passive.verb, 'commitment');
    return passive.verb + 1;
  }

  /** "A task force will be set up", "We will be guided by …": what is done to a body, or lets itself be done. */
  openDone(match: FrameMatch): number {
    const passive = passiveAt(this.tokens, this.subjectAt, true);
    if (passive === null || passive.modal !== match.first) return match.next;
    const own = OURSELVES.test(this.tokens[this.subjectAt]?.word ?? '');
    if (!own) this.subject = null;
    this.form = null;
    this.beginPassive(own ? match.next : this.subjectAt, passive.verb, this.frame?.kind ?? 'commitment');
    return passive.verb + 1;
  }

  beginPassive(start: number, verb: number, kind: Kind): void {
    const sense = verbOf(this.tokens[verb]);
    this.begin(start, verb, verb, sense === null ? [] : [sense], kind, 0.55, 'frame:en/passive', true);
  }

  openObject(match: FrameMatch, kind: Kind, from: number): void {
    let start = match.verb;
    while (start > from && isAdverb(this.tokens[start - 1]) && !NOT_MANNER.has(this.tokens[start - 1]?.word ?? ''))
      start -= 1;
    if (match.id.startsWith('attitude'))
      while (start > match.first + 1 && !POSSESSIVE.has(this.tokens[start - 1]?.word ?? '')) start -= 1;
    let last = match.verb;
    const second = isAnd(this.tokens[last + 1]) ? skipAdverbs(this.tokens, last + 2) : last;
    if (second > last && kind === 'support' && frameAt(this.tokens, second)?.kind === 'support') last = second;
    const directed = match.directs ? this.toldVerb(match.next) : null;
    if (directed !== null) this.form = 'base';
    const own = verbOf(this.tokens[match.verb]);
    const verbs = directed !== null ? [directed] : own !== null ? [own] : [];
    const confidence = kind === 'support' ? 0.9 : kind === 'commitment' ? 0.75 : 0.6;
    this.begin(start, match.verb, last, verbs, kind, confidence, `frame:en/${match.id}`, true);
  }

  /** The verb a directive leads to: "tasked ministers to develop …". */
  toldVerb(from: number): VerbSense | null {
    return directedAct(this.tokens, from)?.group.senses[0] ?? null;
  }

  /** Steps over "to" where it may stand before a further action; -1 where it may not. */
  skipTo(at: number, boundary: Boundary): number {
    if (this.directing && this.form === 'ing' && this.tokens[at]?.word === 'with') return at + 1;
    if (this.tokens[at]?.word !== 'to') return at;
    if (MODALS.has(this.frame?.id ?? '') && !this.strives && !this.continues(at, boundary)) return -1;
    if (boundary === 'start') return this.allowTo ? at + 1 : -1;
    if (this.form === null && !this.goesOnFromNoun(boundary)) return -1;
    const asked =
      this.directing ||
      this.frame === null ||
      /^(?:include|agree|decide|commit|resolve|pledge|undertake|attitude)/.test(this.frame.id);
    if ((this.mode === 'adjunct' || this.mode === 'means') && !asked && (boundary === 'and' || boundary === 'comma'))
      return -1;
    return at + 1;
  }

  /** "commitment to the Vision as well as to develop …": what one is committed to first is a thing, then an act. */
  goesOnFromNoun(boundary: Boundary): boolean {
    if (this.frame?.id !== 'attitude-commitment' || (boundary !== 'and' && boundary !== 'comma-and')) return false;
    this.form = 'base';
    return true;
  }

  /** "will continue to facilitate …, to encourage … and to support …": the acts that go on. */
  continues(at: number, boundary: Boundary): boolean {
    if (this.drafts.open === null || !this.goesOn || this.mode !== 'object') return false;
    return boundary !== 'comma' || leadsToFurther(this.tokens, at);
  }

  openVerb(from: number, boundary: Boundary, closeAt: number): number {
    let at = this.skipTo(from, boundary);
    if (at < 0 || (at === from && this.aims(boundary))) return -1;
    while (boundary !== 'start' && NOT_MANNER.has(this.tokens[at]?.word ?? '')) at += 1;
    for (const form of formsAt(this.form, boundary, this.tokens[at]?.word === 'not to')) {
      const group = verbGroupAt(this.tokens, at, form);
      if (group === null) {
        if ((at > from || boundary === 'start') && this.opensUnknown(at, boundary))
          return this.beginUnknown(at, closeAt);
        continue;
      }
      const context = {
        form,
        inAdjunct: this.mode === 'adjunct' || this.mode === 'means',
        inMeans: this.mode === 'means',
        inGerund: this.mode === 'gerund',
        inList: this.mode === 'list',
        hasObject: this.drafts.open !== null && closeAt > this.objectAt,
        governed: this.frame === null,
        introduced: at > from,
        listed: this.listed,
        parallel: boundary === 'comma' && leadsToAction(this.tokens, group.next),
        enumerated: this.enumerated,
      };
      if (!opensAction(this.tokens, group, boundary, context)) continue;
      if ((boundary === 'start' || boundary === 'semicolon') && isSubjectNoun(this.tokens, group)) continue;
      if (
        form === 'ing' &&
        boundary === 'start' &&
        ((this.place.governor === null && !this.place.opensItem) || hasMainClause(this.tokens, group.next))
      )
        continue;
      return this.openGroup(group, at, form, boundary, closeAt);
    }
    return -1;
  }

  /** "use all tools to safeguard A, support B and enhance C": what the tools are for goes on. */
  aims(boundary: Boundary): boolean {
    if (this.mode !== 'adjunct' || this.form !== 'base' || this.drafts.open === null) return false;
    return /^(?:comma|comma-and|and)$/.test(boundary) && usesMeans(this.tokens, this.objectAt);
  }

  openGroup(group: VerbGroup, at: number, form: VerbForm, boundary: Boundary, closeAt: number): number {
    const governed = this.frame === null;
    if (boundary === 'start' && this.place.governor === null && !this.place.opensItem) return -1;
    if (boundary !== 'frame') this.drafts.closeAt(closeAt);
    if (this.form === null) this.form = form;
    const sure = governed ? (this.place.governor === null ? 0.6 : 0.85) : 0.95;
    const doubt =
      (boundary === 'comma' || boundary === 'and' ? 0.07 : 0) +
      (group.senses[0]?.alsoNoun ? 0.1 : 0) +
      (this.mode === 'list' ? 0.15 : 0);
    const rest = this.text.slice(this.tokens[group.last]?.end ?? 0);
    const kind = kindOf(group.senses, rest, this.frame);
    const told = DIRECTING.has(group.senses[0]?.verb ?? '') ? this.toldVerb(group.next) : null;
    this.begin(
      at,
      group.first,
      group.last,
      told === null ? group.senses : [told],
      kind,
      sure - doubt,
      `verb:en/${group.senses[0]?.verb ?? ''}`,
      !governed,
    );
    this.objectAt = group.next;
    this.enumerated = boundary === 'comma';
    this.goesOn =
      this.tokens[group.start]?.word === 'continue to' || (this.goesOn && this.tokens[at - 1]?.word === 'to');
    this.strives = (this.strives && this.tokens[at - 1]?.word === 'to') || strivesAt(this.tokens, group.first - 1);
    return group.next;
  }

  opensUnknown(at: number, boundary: Boundary): boolean {
    return opensUnknownVerb(this.tokens, at, boundary, this.form === 'base' && this.mode !== 'adjunct', this.place);
  }

  beginUnknown(at: number, closeAt: number): number {
    this.drafts.closeAt(closeAt);
    this.begin(at, at, at, [], this.frame?.kind ?? 'commitment', 0.5, 'verb:unknown', this.frame !== null);
    return at + 1;
  }

  openUnknown(match: FrameMatch): number {
    let at = skipAdverbs(this.tokens, match.next);
    if (isCue(this.tokens[at], 'negation')) at = skipAdverbs(this.tokens, at + 1);
    const token = this.tokens[at];
    if (
      token === undefined ||
      token.type !== 'word' ||
      token.enclosed ||
      isCue(token, 'auxiliary') ||
      isCue(token, 'determiner')
    )
      return token?.word === 'be' && this.subjectAt >= 0 ? this.openDone(match) : match.next;
    if (isCue(token, 'preposition')) return match.next;
    this.begin(match.next, at, at, [], this.frame?.kind ?? 'commitment', 0.5, 'verb:unknown', true);
    return at + 1;
  }

  begin(
    start: number,
    first: number,
    last: number,
    verbs: readonly VerbSense[],
    kind: Kind,
    confidence: number,
    rule: string,
    framed: boolean,
  ): void {
    this.mode = 'object';
    this.objectAt = last + 1;
    this.drafts.begin({
      startToken: start,
      actionFirst: first,
      actionLast: last,
      verbs,
      kind,
      frame: framed ? this.frame : null,
      subject: this.subject,
      confidence,
      rule,
    });
  }
}

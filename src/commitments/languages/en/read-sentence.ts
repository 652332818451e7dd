import type { Kind } from '../../../vocabulary/index.ts';
import type { VerbForm, VerbSense } from '../../lexicon/sense.ts';
import { isCue, isMark, type Token, verbOf } from '../../lexicon/token.ts';
import { strengthOf } from '../../reading/strength.ts';
import { trimEnd } from '../../reading/trim.ts';
import type {
  ReadSentence,
  SentencePlace,
  SentenceReading,
  Unit,
  UnitFrame,
  UnitReason,
  UnitSubject,
} from '../../reading/unit.ts';
import { type FrameMatch, frameAt } from './frame.ts';
import { ENGLISH } from './lexicon.ts';
import { type Boundary, opensAction } from './opening.ts';
import { type SubjectMatch, subjectAt } from './subject.ts';
import { supportKind } from './support-kind.ts';
import { type VerbGroup, verbGroupAt } from './verb-group.ts';
import { isAdverb, isAnd, skipAdverbs } from './words.ts';

type Mode = 'object' | 'adjunct' | 'list';

interface Draft {
  readonly startToken: number;
  readonly actionFirst: number;
  readonly actionLast: number;
  readonly verbs: readonly VerbSense[];
  readonly kind: Kind;
  readonly frame: UnitFrame | null;
  readonly subject: UnitSubject | null;
  readonly reasons: UnitReason[];
  readonly confidence: number;
  readonly governed: boolean;
  end: number;
}

const BELIEF =
  /^(?:believe|trust|wish|hope|confident|convinced|expect|consider|congratulate|recognize|recognise|note|acknowledge|view)$/;
const NOT_MANNER = new Set([
  'also',
  'therefore',
  'thus',
  'hereby',
  'then',
  'likewise',
  'too',
  'now',
  'already',
  'both',
  'again',
  'even',
]);

class EnglishSentence {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly place: SentencePlace;
  readonly drafts: Draft[] = [];
  frame: UnitFrame | null = null;
  outer: FrameMatch | null = null;
  subject: UnitSubject | null = null;
  form: VerbForm | null = null;
  mode: Mode = 'object';
  open: Draft | null = null;
  objectAt = 0;
  plainFinite = false;

  constructor(text: string, place: SentencePlace) {
    this.text = text;
    this.tokens = ENGLISH.read(text);
    this.place = place;
  }

  read(allowTo: boolean): void {
    let i = this.tryOpen(0, 'start', 0, allowTo);
    if (i < 0) i = 0;
    while (i < this.tokens.length) {
      const next = this.step(i, allowTo);
      i = next > i ? next : i + 1;
    }
    this.close(this.text.length);
  }

  /** Reads one token; returns where to go on, or -1. */
  step(i: number, allowTo: boolean): number {
    const token = this.tokens[i] as Token;
    if (token.enclosed) return -1;
    if (isMark(token, ';')) return this.tryOpen(isAnd(this.tokens[i + 1]) ? i + 2 : i + 1, 'semicolon', i, allowTo);
    if (isMark(token, ':')) return this.tryOpen(i + 1, 'colon', i, allowTo);
    if (isMark(token, ',')) {
      const and = isAnd(this.tokens[i + 1]) || this.tokens[i + 1]?.word === 'as well as';
      return this.tryOpen(and ? i + 2 : i + 1, and ? 'comma-and' : 'comma', i, allowTo);
    }
    if (isAnd(token) || token.word === 'as well as') {
      const opened = this.tryOpen(i + 1, 'and', i, allowTo);
      if (opened < 0 && token.word === 'as well as') this.mode = 'list';
      return opened;
    }
    this.setMode(i);
    return -1;
  }

  setMode(i: number): void {
    const token = this.tokens[i] as Token;
    if (isCue(token, 'purpose') || isCue(token, 'relative') || isCue(token, 'means') || isCue(token, 'result'))
      this.mode = 'adjunct';
    else if (isCue(token, 'list')) this.mode = 'list';
    else if (
      (token.word === 'to' || token.word === 'that') &&
      this.open !== null &&
      i >= this.objectAt &&
      verbOf(this.tokens[skipAdverbs(this.tokens, i + 1)], 'base') !== null
    )
      this.mode = 'adjunct';
  }

  tryOpen(from: number, boundary: Boundary, closeAt: number, allowTo: boolean): number {
    let at = from;
    if (boundary === 'start' || boundary === 'semicolon' || boundary === 'colon') at = this.skipConnectives(at);
    const match = this.subjectMatch(at, boundary);
    if (match !== null) {
      this.setSubject(match);
      return this.openFrame(match.frame, closeAt, match.last, allowTo);
    }
    const finite = this.finiteMatch(at, boundary);
    const verb = this.openVerb(at, boundary, closeAt, allowTo);
    if (verb >= 0) return verb;
    return finite === null ? -1 : this.openFrame(finite, closeAt, at, allowTo);
  }

  skipConnectives(from: number): number {
    let at = from;
    while (isCue(this.tokens[at], 'connective') && (isMark(this.tokens[at + 1], ',') || at === from)) {
      const comma = isMark(this.tokens[at + 1], ',');
      if (!comma && verbOf(this.tokens[at + 1]) === null && !isCue(this.tokens[at], 'adverb')) {
        at += 1;
        break;
      }
      at += comma ? 2 : 1;
    }
    return at;
  }

  subjectMatch(at: number, boundary: Boundary): SubjectMatch | null {
    switch (boundary) {
      case 'start':
        return subjectAt(this.tokens, at, 45, false) ?? subjectAt(this.tokens, at, 60, true);
      case 'that':
      case 'semicolon':
        return subjectAt(this.tokens, at, 30, false);
      case 'comma':
        return subjectAt(this.tokens, at, this.open === null ? 40 : 12, false);
      case 'comma-and':
        return subjectAt(this.tokens, at, 16, false);
      case 'and':
        return this.open !== null && this.open.frame?.complement !== 'action'
          ? subjectAt(this.tokens, at, 8, false)
          : null;
      default:
        return null;
    }
  }

  setSubject(match: SubjectMatch): void {
    const first = this.tokens[match.first] as Token;
    const last = this.tokens[match.last - 1] as Token;
    this.subject = { text: this.text.slice(first.start, last.end), start: first.start, end: last.end };
  }

  /** A second finite verb of the same subject: "reviewed …; appreciated …; and agreed that …". */
  finiteMatch(at: number, boundary: Boundary): FrameMatch | null {
    if (this.subject === null || boundary === 'start') return null;
    const frame = frameAt(this.tokens, skipAdverbs(this.tokens, at));
    if (frame === null) return null;
    if (frame.plain && !(this.plainFinite && frame.kind !== 'record' && boundary !== 'and')) return null;
    if (frame.kind === 'record' && (boundary === 'comma' || isCue(this.tokens[frame.next], 'preposition'))) return null;
    return frame;
  }

  openFrame(match: FrameMatch, closeAt: number, from: number, allowTo: boolean): number {
    this.close(this.tokens[closeAt]?.start ?? 0);
    const first = this.tokens[match.first] as Token;
    const last = this.tokens[match.next - 1] as Token;
    const inside = this.outer !== null && this.outer.complement === 'clause' ? this.outer : null;
    let kind = match.kind;
    if (inside !== null && BELIEF.test(inside.id)) kind = 'position';
    else if (match.duty) kind = inside !== null && inside.kind === 'commitment' ? 'commitment' : 'position';
    this.frame = { id: match.id, kind, complement: match.complement, start: first.start, end: last.end };
    this.plainFinite = match.plain;
    this.form = match.complement === 'action' ? 'base' : match.complement === 'ing' ? 'ing' : null;
    if (match.complement === 'action' || match.complement === 'ing') {
      const opened = this.openVerb(match.next, 'frame', match.next, allowTo);
      return opened >= 0 ? opened : this.openUnknown(match);
    }
    if (match.complement === 'clause') {
      this.outer = match;
      this.openObject(match, kind === 'commitment' ? 'position' : kind, from);
      const inner = this.tryOpen(match.next, 'that', match.next, allowTo);
      if (inner >= 0) this.dropEmptyOuter();
      return inner >= 0 ? inner : match.next;
    }
    this.openObject(match, kind, from);
    return match.next;
  }

  /** "agreed that A will host …": the words before the inner subject are no unit of their own. */
  dropEmptyOuter(): void {
    const index = this.drafts.findIndex(
      (draft) => draft.frame?.complement === 'clause' && draft.end <= (this.subject?.start ?? 0),
    );
    if (index >= 0) this.drafts.splice(index, 1);
  }

  openObject(match: FrameMatch, kind: Kind, from: number): void {
    let start = match.verb;
    while (start > from && isAdverb(this.tokens[start - 1]) && !NOT_MANNER.has(this.tokens[start - 1]?.word ?? ''))
      start -= 1;
    const sense = verbOf(this.tokens[match.verb]);
    let last = match.verb;
    const second = isAnd(this.tokens[last + 1]) ? skipAdverbs(this.tokens, last + 2) : last;
    if (second > last && frameAt(this.tokens, second)?.kind === kind && kind === 'support') last = second;
    const directive =
      kind === 'commitment' && match.id !== 'invite' && match.id !== 'accept-invitation'
        ? this.innerVerb(match.next)
        : null;
    if (directive !== null && match.complement === 'object' && !match.id.includes('-')) this.form = 'base';
    const verbs = directive !== null ? [directive] : sense !== null ? [sense] : [];
    const confidence = kind === 'support' ? 0.9 : kind === 'commitment' ? 0.75 : 0.6;
    this.begin({
      startToken: start,
      actionFirst: match.verb,
      actionLast: last,
      verbs,
      kind,
      confidence,
      rule: `frame:en/${match.id}`,
      governed: false,
    });
    this.objectAt = last + 1;
  }

  /** The verb a directive or a noun complement leads to: "tasked ministers to develop …". */
  innerVerb(from: number): VerbSense | null {
    for (let i = from; i < Math.min(from + 25, this.tokens.length); i += 1) {
      if (this.tokens[i]?.word === 'to') {
        const group = verbGroupAt(this.tokens, i + 1, 'base');
        if (group !== null) return group.senses[0] ?? null;
      }
      if (isMark(this.tokens[i], ';.')) break;
    }
    return null;
  }

  openVerb(from: number, boundary: Boundary, closeAt: number, allowTo: boolean): number {
    let at = from;
    if (this.tokens[at]?.word === 'to') {
      const allowed =
        boundary === 'start'
          ? allowTo
          : this.form === 'base' && (boundary !== 'and' || this.mode !== 'adjunct' || this.frame?.id === 'agree');
      if (!allowed || (boundary === 'comma' && this.mode === 'adjunct' && this.frame?.id !== 'agree')) return -1;
      if (MODAL_FRAMES.has(this.frame?.id ?? '')) return -1;
      at += 1;
    }
    while (NOT_MANNER.has(this.tokens[at]?.word ?? '') && boundary !== 'start') at += 1;
    const forms: VerbForm[] =
      this.form !== null ? [this.form] : this.open === null && boundary === 'start' ? ['base', 'ing'] : [];
    if (this.form === null && boundary !== 'start') return -1;
    for (const form of forms) {
      const group = verbGroupAt(this.tokens, at, form);
      if (group === null) continue;
      if (
        !opensAction(this.tokens, group, boundary, form, {
          inAdjunct: this.mode === 'adjunct',
          inList: this.mode === 'list',
          hasObject: this.open !== null && closeAt > this.objectAt,
        })
      )
        continue;
      return this.openGroup(group, at, form, boundary, closeAt);
    }
    return -1;
  }

  openGroup(group: VerbGroup, at: number, form: VerbForm, boundary: Boundary, closeAt: number): number {
    const governed = this.frame === null;
    if (governed && form === 'ing' && this.place.governor === null) return -1;
    if (boundary !== 'frame') this.close(this.tokens[closeAt]?.start ?? 0);
    if (this.form === null) this.form = form;
    const base = governed ? (this.place.governor === null ? 0.6 : 0.85) : 0.95;
    const doubt = boundary === 'comma' || boundary === 'and' ? 0.07 : 0;
    const doubtNoun = group.senses[0]?.alsoNoun ? 0.1 : 0;
    const kind = this.kindOf(group, governed);
    this.begin({
      startToken: at,
      actionFirst: group.first,
      actionLast: group.last,
      verbs: group.senses,
      kind,
      confidence: base - doubt - doubtNoun - (this.mode === 'list' ? 0.15 : 0),
      rule: `verb:en/${group.senses[0]?.verb ?? ''}`,
      governed,
    });
    this.mode = 'object';
    this.objectAt = group.next;
    return group.next;
  }

  kindOf(group: VerbGroup, governed: boolean): Kind {
    const frameKind: Kind = governed ? 'commitment' : (this.frame?.kind ?? 'commitment');
    if (frameKind !== 'commitment') return frameKind;
    const rest = this.text.slice(this.tokens[group.last]?.end ?? 0);
    return supportKind(group.senses, rest, governed);
  }

  openUnknown(match: FrameMatch): number {
    const at = skipAdverbs(this.tokens, match.next);
    const token = this.tokens[at];
    if (
      token === undefined ||
      token.type !== 'word' ||
      token.enclosed ||
      isCue(token, 'auxiliary') ||
      this.frame?.kind === 'record'
    )
      return match.next;
    this.begin({
      startToken: match.next,
      actionFirst: at,
      actionLast: at,
      verbs: [],
      kind: this.frame?.kind ?? 'commitment',
      confidence: 0.5,
      rule: 'verb:unknown',
      governed: false,
    });
    this.objectAt = at + 1;
    return at + 1;
  }

  begin(part: {
    startToken: number;
    actionFirst: number;
    actionLast: number;
    verbs: readonly VerbSense[];
    kind: Kind;
    confidence: number;
    rule: string;
    governed: boolean;
  }): void {
    const head = this.tokens[part.actionFirst] as Token;
    const reasons: UnitReason[] = [
      { rule: part.rule, start: head.start, end: (this.tokens[part.actionLast] as Token).end },
    ];
    if (!part.governed && this.frame !== null)
      reasons.unshift({ rule: `frame:en/${this.frame.id}`, start: this.frame.start, end: this.frame.end });
    this.mode = 'object';
    this.open = { ...part, frame: part.governed ? null : this.frame, subject: this.subject, reasons, end: 0 };
  }

  close(end: number): void {
    if (this.open === null) return;
    this.open.end = end;
    this.drafts.push(this.open);
    this.open = null;
  }

  units(): Unit[] {
    const units: Unit[] = [];
    for (const draft of this.drafts) {
      const start = this.tokens[draft.startToken]?.start ?? 0;
      const end = trimEnd(this.text, start, draft.end);
      const action = this.tokens[draft.actionLast] as Token;
      if (end <= start || end < action.end) continue;
      const head = this.tokens[draft.actionFirst] as Token;
      const strength = draft.kind === 'support' ? 'support' : strengthOf(draft.verbs, this.text.slice(action.end, end));
      units.push({
        start,
        end,
        actionStart: head.start,
        actionEnd: action.end,
        kind: draft.kind,
        strength: draft.kind === 'record' ? 'deliver' : strength,
        frame: draft.frame,
        subject: draft.subject,
        ownSubject: draft.subject !== null,
        confidence: Math.round(draft.confidence * 100) / 100,
        reasons: draft.reasons,
      });
    }
    return units;
  }
}

const MODAL_FRAMES = new Set(['will', 'shall', 'would', 'should', 'must']);

/** Reads an English sentence. Source: the annotation guide of joint statements (kinds, boundaries, strength). */
export const readEnglish: ReadSentence = (text, place): SentenceReading => {
  let sentence = new EnglishSentence(text, place);
  sentence.read(false);
  if (sentence.drafts.length === 0 && text.startsWith('To ')) {
    sentence = new EnglishSentence(text, place);
    sentence.read(true);
  }
  const units = sentence.units();
  const frame = sentence.frame;
  const governs =
    frame !== null && frame.kind === 'commitment' && (frame.complement === 'action' || frame.complement === 'ing');
  return {
    units,
    governor: governs ? { id: frame.id, kind: frame.kind, complement: frame.complement } : null,
    subject: sentence.subject,
    announces: /:\s*$/.test(text),
    reason: units.length > 0 ? '' : sentence.subject === null ? 'none:no-party' : 'none:no-action',
  };
};

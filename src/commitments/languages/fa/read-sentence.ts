import type { Kind } from '../../../vocabulary/index.ts';
import type { FrameSense } from '../../lexicon/sense.ts';
import { frameOf, isCue, isMark, type Token, verbOf } from '../../lexicon/token.ts';
import { Drafts } from '../../reading/drafts.ts';
import type { ReadSentence, SentencePlace, SentenceReading, UnitFrame, UnitSubject } from '../../reading/unit.ts';
import { PERSIAN } from './lexicon.ts';

const PREPOSITIONS = new Set(['بر', 'در', 'از', 'با', 'به', 'برای', 'را', 'طی', 'ضمن', 'نسبت', 'روی']);
const SUBJECT_REACH = 9;
/** Bodies are as often what is set up or run; after the first clause they are taken for the object. */
const BODY =
  /^(?:کارگروه|مرکز|دفتر|صندوق|شرکت|دبیرخانه|بانک|ستاد|موزه|اتاق|کنسرسیوم|انجمن|کمیته|کمیسیون|سازمان|شورای|اتحادیه|کشورها|اعضا|استان)/;

/** Whose the bodies named before are. */
const OWNERS = new Set(['دو کشور', 'دو طرف', 'طرفین', 'دو دولت', 'هر دو کشور', 'هر دو طرف']);
const OWNER_REACH = 5;
/** A verb that does something; "می‌داند", "می‌شود", "می‌باشد" tell what is thought or so. */
const PRESENT_ACT = /^می[\u200c ]?(?:کن|ده|نما|ساز|بخش|گیر|گذار|پذیر|رسان|آور|ورز|پرداز)/u;

/** Telling somebody to act. */
const TELLS = /^(?:دستور|مأموریت)/u;
const ASKED: FrameSense = { class: 'frame', id: 'خواستار-شدند', kind: 'support', complement: 'object' };
/** What is declared or stressed, where it is one's own resolve or readiness. */
const RESOLVE = /^(?:عزم|اراده|تصمیم)$/u;
const READINESS = /^(?:آمادگی|تمایل|علاقه|علاقه‌مندی|امیدواری)$/u;

/** "بر عزم خود برای … تأکید کردند", "آمادگی خود را برای … اعلام کرد": the noun says what the verb leaves open. */
function feltBefore(clause: readonly Token[], said: FrameSense): FrameSense {
  if (said.kind !== 'position') return said;
  const own = (noun: RegExp) => clause.some(({ word }, i) => noun.test(word) && clause[i + 1]?.word === 'خود');
  if (own(RESOLVE)) return { ...said, kind: 'commitment' };
  return own(READINESS) ? { ...said, kind: 'support' } : said;
}

/** Persian puts its verb last: every action runs from the end of the one before it to its own finite verb. */
class PersianSentence {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly place: SentencePlace;
  readonly drafts: Drafts;
  frame: UnitFrame | null = null;
  kind: Kind | null;
  subject: UnitSubject | null = null;
  /** First token of the running clause. */
  from = 0;
  /** First token after the subject of the running clause, or -1. */
  afterSubject = -1;
  /** The sentence has told in the present or future what its party does. */
  told = false;

  constructor(text: string, place: SentencePlace) {
    this.text = text;
    this.tokens = (place.lexicon ?? PERSIAN).read(text);
    this.place = place;
    this.drafts = new Drafts(text, this.tokens, 'fa');
    this.kind = place.governor?.kind ?? (place.opensItem ? 'commitment' : null);
  }

  read(): void {
    this.findSubject();
    for (let i = 0; i < this.tokens.length; i += 1) {
      const token = this.tokens[i] as Token;
      if (token.enclosed) continue;
      const frame = frameOf(token);
      if (frame !== null) this.endAtFrame(frame, i);
      else if (this.asksFor(i)) this.endAtFrame(ASKED, i);
      else if ((isCue(token, 'subjunctive') || isCue(token, 'future')) && this.endsClause(i)) this.endAtVerb(i);
      else if (this.undertakesNow(i)) this.endAtPresent(i);
    }
    if (this.drafts.count === 0 && this.kind !== null) this.nominal();
  }

  /** A verb ends its clause only before a stop, "و" or "که"; before "را" it belongs to a relative clause. */
  endsClause(at: number): boolean {
    const next = this.tokens[at + 1];
    return next === undefined || next.type === 'mark' || next.word === 'و' || next.word === 'که' || next.word === 'تا';
  }

  /** The party the clause begins with, or the one after an opening phrase and a comma. */
  findSubject(): void {
    this.afterSubject = -1;
    for (let i = this.from; i < Math.min(this.from + 60, this.tokens.length); i += 1) {
      const token = this.tokens[i] as Token;
      if (isMark(token, '؛:.') || frameOf(token) !== null) return;
      const opens =
        i === this.from ||
        isMark(this.tokens[i - 1], '،,') ||
        this.tokens[i - 1]?.word === 'که' ||
        this.tokens[i - 1]?.word === 'همچنین';
      if (!opens || !isCue(token, 'party') || token.enclosed || (this.from > 0 && BODY.test(token.word))) continue;
      let last = i + 1;
      while (last < i + SUBJECT_REACH && this.continuesSubject(last)) last += 1;
      const end = this.tokens[last - 1] as Token;
      this.subject = { text: this.text.slice(token.start, end.end), start: token.start, end: end.end };
      this.afterSubject = last;
      return;
    }
  }

  continuesSubject(at: number): boolean {
    const token = this.tokens[at];
    if (token === undefined || token.type !== 'word' || PREPOSITIONS.has(token.word)) return false;
    if (this.ownersAhead(at)) return true;
    if (frameOf(token) !== null || verbOf(token) !== null || isCue(token, 'adverb') || isCue(token, 'purpose'))
      return false;
    const before = this.tokens[at - 1];
    return (
      isCue(token, 'party') ||
      token.word === 'و' ||
      before?.word === 'و' ||
      /^(?:طرف|وزارت|دولت|جمهوری|رئیس جمهور|کمیته)/.test(before?.word ?? '')
    );
  }

  /** "سازمان‌های حفاظت محیط زیست | دو طرف": the name of a body goes on up to whose it is. */
  ownersAhead(at: number): boolean {
    for (let i = at; i < at + OWNER_REACH; i += 1) {
      const token = this.tokens[i];
      if (token === undefined || token.type !== 'word' || PREPOSITIONS.has(token.word) || frameOf(token) !== null)
        return false;
      if (OWNERS.has(token.word)) return true;
    }
    return false;
  }

  /** "خواستار افزایش تبادل اطلاعات شدند": what is asked for stands between the two words. */
  asksFor(at: number): boolean {
    if (!/^(?:شد|شدند|گردیدند|گردید|هستند|است)$/.test(this.tokens[at]?.word ?? '')) return false;
    return this.tokens.slice(this.from, at).some(({ word }) => word === 'خواستار' || word === 'خواهان');
  }

  endAtFrame(said: FrameSense, at: number): void {
    const token = this.tokens[at] as Token;
    const sense = feltBefore(this.tokens.slice(this.from, at), said);
    const clausal = this.tokens[at + 1]?.word === 'که' || isMark(this.tokens[at + 1], ':') || this.isBare(at, sense);
    this.frame = {
      id: sense.id,
      kind: sense.kind,
      complement: clausal ? 'action' : 'object',
      start: token.start,
      end: token.end,
    };
    if (TELLS.test(sense.id) && !clausal && this.tells(at)) return;
    if (!clausal && !(sense !== said && this.felt(at, sense.kind))) this.endWith(at, sense.kind);
    this.kind = sense.kind;
    this.next(at + 1);
  }

  /** "آمادگی خود را برای تبادل اطلاعات اعلام کردند": the unit is what they are ready for. */
  felt(at: number, kind: Kind): boolean {
    let own = at - 1;
    while (own > this.from && this.tokens[own]?.word !== 'خود') own -= 1;
    const link = this.tokens.findIndex(({ word }, i) => i > own && i < at && (word === 'برای' || word === 'به'));
    const deed = this.tokens[link + 1];
    const last = this.tokens[at - 1];
    if (link < 0 || link + 2 >= at || deed === undefined || last === undefined) return false;
    const sense = verbOf(deed);
    this.drafts.begin({
      startToken: link + 1,
      actionFirst: link + 1,
      actionLast: link + 1,
      verbs: sense === null ? [] : [sense],
      kind,
      frame: this.frame,
      subject: this.subject,
      confidence: 0.7,
      rule: sense === null ? 'verb:unknown' : `verb:fa/${sense.verb}`,
    });
    this.drafts.close(last.end);
    return true;
  }

  /** "به وزرای خارجه دستور دادند …": who is told acts, and the act follows. */
  tells(at: number): boolean {
    const to = this.tokens.findIndex((one, i) => i >= this.from && i < at - 1 && one.word === 'به');
    const [first, last] = [this.tokens[to + 1], this.tokens[at - 1]];
    if (to < 0 || at >= this.tokens.length - 2 || first === undefined || last === undefined) return false;
    const told = { text: this.text.slice(first.start, last.end), start: first.start, end: last.end };
    this.kind = 'commitment';
    this.next(at + 1);
    this.subject = told;
    return true;
  }

  /** "رهبران تصمیم گرفتند …": nothing but the party stands before the frame, so the action follows without "که". */
  isBare(at: number, sense: FrameSense): boolean {
    if (sense.complement === 'object' || (sense.kind !== 'commitment' && sense.kind !== 'support')) return false;
    if (this.afterSubject >= 0) return this.afterSubject === at;
    return at - this.from <= 3 && !this.tokens.slice(this.from, at).some((token) => PREPOSITIONS.has(token.word));
  }

  endAtVerb(at: number): void {
    const future = isCue(this.tokens[at], 'future');
    const kind = this.kind ?? (future && this.afterSubject >= 0 ? 'commitment' : null);
    if (kind !== null) {
      const invited = !future && this.frame?.complement === 'object' && this.frame.id.startsWith('دعوت');
      if (this.tokens[this.from]?.word === 'تا' || invited) this.extend(at);
      else this.endWith(at, future && kind === 'support' ? 'commitment' : kind);
      if (future) this.kind = kind;
      this.told ||= future;
    }
    this.next(at + 1);
  }

  /** "طرف کوهسار … اعطا می‌کند": a party says in the present what it does; what is so or is thought is no act. */
  undertakesNow(at: number): boolean {
    const acts = isCue(this.tokens[at], 'present') && PRESENT_ACT.test(this.tokens[at]?.word ?? '');
    if (!acts || !this.endsClause(at) || (this.afterSubject < 0 && !this.told)) return false;
    return verbOf(this.tokens[at - 1]) !== null || this.leading(this.start(at), at) !== null;
  }

  endAtPresent(at: number): void {
    const sense = verbOf(this.tokens[at - 1]);
    this.endWith(at, sense?.strength === 'support' ? 'support' : (this.kind ?? 'commitment'));
    this.told = true;
    this.next(at + 1);
  }

  start(at: number): number {
    let start = this.afterSubject >= 0 && this.afterSubject < at ? this.afterSubject : this.from;
    while (start + 1 < at && (this.tokens[start]?.word === 'نیز' || isMark(this.tokens[start], '،,'))) start += 1;
    return start;
  }

  /** "تا … شود" says what for: it belongs to the action before it. */
  extend(at: number): void {
    this.drafts.reopen();
    this.drafts.close((this.tokens[at] as Token).end);
  }

  endWith(at: number, kind: Kind): void {
    const start = this.start(at);
    let first = at;
    while (first > start && verbOf(this.tokens[first]) === null && at - first < 3) first -= 1;
    const sense = verbOf(this.tokens[first]) ?? this.leading(start, at);
    const head = verbOf(this.tokens[first]) === null ? this.compound(start, at) : first;
    const governed = this.frame === null;
    this.drafts.begin({
      startToken: start,
      actionFirst: head,
      actionLast: at,
      verbs: sense === null ? [] : [sense],
      kind,
      frame: this.frame,
      subject: this.subject,
      confidence: sense === null ? 0.55 : governed ? 0.8 : 0.9,
      rule: sense === null ? 'verb:unknown' : `verb:fa/${sense.verb}`,
    });
    this.drafts.close((this.tokens[at] as Token).end);
  }

  /** The word before a light verb is part of it ("منتقل کند") unless it is a particle. */
  compound(start: number, at: number): number {
    const before = this.tokens[at - 1];
    return at > start && before?.type === 'word' && !PREPOSITIONS.has(before.word) && !isCue(before, 'adverb')
      ? at - 1
      : at;
  }

  /** "به اجرای … ادامه دهند", "بر تقویت … توافق کردند": the deed is the noun the clause begins with. */
  leading(start: number, at: number): ReturnType<typeof verbOf> {
    for (let i = start; i < Math.min(start + 4, at); i += 1) {
      const sense = verbOf(this.tokens[i]);
      if (sense !== null) return sense;
    }
    return null;
  }

  /** A sentence without a finite verb that opens with a deed: "تقویت همکاری در …؛ گسترش …". */
  nominal(): void {
    let from = 0;
    for (let i = 0; i <= this.tokens.length; i += 1) {
      if (i < this.tokens.length && !isMark(this.tokens[i], '؛.')) continue;
      const sense = verbOf(this.tokens[from]);
      if (sense !== null && i > from + 1) {
        this.drafts.begin({
          startToken: from,
          actionFirst: from,
          actionLast: from,
          verbs: [sense],
          kind: 'commitment',
          frame: null,
          subject: null,
          confidence: 0.7,
          rule: `verb:fa/${sense.verb}`,
        });
        this.drafts.close((this.tokens[i - 1] as Token).end);
      }
      from = i + 1;
    }
  }

  /** "ب)": the letter of an inline item. */
  isLabel(at: number): boolean {
    return isMark(this.tokens[at + 1], ')') && (this.tokens[at]?.word.length ?? 9) <= 3;
  }

  next(at: number): void {
    let from = at;
    while (
      this.isLabel(from) ||
      isMark(this.tokens[from], '،؛,:.)') ||
      this.tokens[from]?.word === 'و' ||
      this.tokens[from]?.word === 'همچنین' ||
      this.tokens[from]?.word === 'که'
    )
      from += 1;
    this.from = from;
    this.findSubject();
  }
}

/** Reads a Persian sentence. Source: the annotation guide of joint statements (kinds, boundaries, strength). */
export const readPersian: ReadSentence = (text, place): SentenceReading => {
  const sentence = new PersianSentence(text, place);
  sentence.read();
  const units = sentence.drafts.units();
  const { frame } = sentence;
  return {
    units,
    governor:
      frame !== null && frame.kind === 'commitment' ? { id: frame.id, kind: 'commitment', complement: 'action' } : null,
    subject: sentence.subject,
    names: null,
    announces: /:\s*$/.test(text),
    reason: units.length > 0 ? '' : sentence.subject === null ? 'none:no-party' : 'none:no-action',
  };
};

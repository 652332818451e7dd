import type { Kind, Strength } from '../../../vocabulary/index.ts';
import type { FrameSense } from '../../lexicon/sense.ts';
import { frameOf, isCue, isMark, type Token, verbOf } from '../../lexicon/token.ts';
import { Drafts } from '../../reading/drafts.ts';
import type { SentencePlace, UnitFrame, UnitSubject } from '../../reading/unit.ts';
import { agentClauseAt } from './agent-clause.ts';
import { bodyNameEnd } from './body-name.ts';
import { eventClauseAt } from './event-clause.ts';
import { ASKED, CHINESE, DUTY, RECORD, STANCE } from './lexicon.ts';
import { opinionAt } from './opinion.ts';
import {
  holdsTo,
  introduces,
  isGround,
  isOurs,
  isTimeAlone,
  leadsOnly,
  onlyHelps,
  opensAct,
  opensDuty,
  saysBenefit,
  saysWhatFor,
  statesNoAct,
  takesMeasures,
} from './parts.ts';
import { type PredicateMatch, predicateAt } from './predicate.ts';
import {
  AGREED_BELOW,
  ANNOUNCED,
  BASIS,
  CONVENES,
  COUNTED,
  LISTS_BELOW,
  MAKES_UP,
  MEASURE,
  MET,
  PLEDGES,
  PUT_FORWARD,
  SAID_BEFORE,
  SETTLED,
  TELLS,
  WEIGHED,
} from './sentence-signs.ts';
import { targetTimeAt, targetVerbAt } from './target-clause.ts';
import { isTitle } from './title.ts';
import { toldAsPast } from './told-past.ts';
import { isTopic, takesObject } from './topic.ts';
import { frameHead, governedPhraseAt, objectFirstAt, type VerbPhrase, verbPhraseAt } from './verb-phrase.ts';
import { beginsAt, isBreak, isManner, partWords, skipManner } from './words.ts';

/** Introducing words after which the parties may go on with what they will or should do ("双方重申，将…"). */
const TOLD: ReadonlySet<string> = new Set(['clause', 'affirm']);
/** One side (`班方`), that asks the other. */
const SIDE = /^[^双各三两]{1,3}方$/u;

/** A Chinese sentence while it is read, from its first part to its last. */
export class ChineseSentence {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly place: SentencePlace;
  readonly drafts: Drafts;
  frame: UnitFrame | null = null;
  sense: FrameSense | null = null;
  subject: UnitSubject | null = null;
  acts = false;
  /** Figures to be reached are listed ("力争…达到…"). */
  aiming = false;
  /** Where "力争到2027年底，" stands, until the figure it speaks of is met; else -1. */
  striving = -1;
  supporting = false;
  /** Token at which the ground of the next part, or of this one, begins ("在平等原则基础上，"); else -1. */
  ground = -1;
  grounded = -1;
  /** The sentence is the title of its item. */
  readonly title: boolean;

  constructor(text: string, place: SentencePlace) {
    this.text = text;
    this.title = place.opensItem && isTitle(text, place);
    this.tokens = (place.lexicon ?? CHINESE).read(text);
    this.place = place;
    this.drafts = new Drafts(text, this.tokens, 'zh');
  }

  read(): void {
    if (this.title || statesNoAct(this.text)) return;
    if (AGREED_BELOW.test(this.text)) {
      this.acts = true;
      return;
    }
    const promised = this.tokens[0]?.word === '将' && isManner(this.tokens[1]);
    this.acts =
      promised ||
      COUNTED.test(this.text) ||
      this.place.governor !== null ||
      this.place.opensItem ||
      PUT_FORWARD.test(this.text);
    this.part(beginsAt(this.text, this.tokens), 'start', 0);
    for (let i = 0; i < this.tokens.length; i += 1) {
      const token = this.tokens[i] as Token;
      if (token.enclosed) continue;
      if (isMark(token, '；;：:')) {
        if (!this.supporting) this.drafts.closeAt(i);
        this.part(i + 1, 'semicolon', i);
      } else if (isMark(token, '，,') && this.tokens[i + 1]?.word === '这') this.drafts.closeAt(i);
      else if (isMark(token, '，,')) this.part(i + 1, isTimeAlone(this.text, token.start) ? 'start' : 'comma', i);
      else if (isMark(token, '、') && opensAct(this.tokens, i, this.drafts.open?.actionLast ?? -1))
        this.part(i + 1, 'comma', i);
      else if (token.word === '并' && this.drafts.open !== null && !isMark(this.tokens[i - 1], '，；'))
        this.part(i + 1, 'and', i);
    }
    this.drafts.close(this.text.length);
  }

  /** Reads the part of the sentence that begins at a token, up to its first action. */
  part(from: number, boundary: 'start' | 'semicolon' | 'comma' | 'and', closeAt: number): void {
    [this.grounded, this.ground] = [this.ground, -1];
    let at = from;
    while (isCue(this.tokens[at], 'connective') && !MEASURE.test(this.tokens[at + 1]?.word ?? ''))
      at += isMark(this.tokens[at + 1], '，,') ? 2 : 1;
    if (boundary !== 'and' && (this.openTarget(at, closeAt) || this.openEvent(at, closeAt))) return;
    if (saysWhatFor(this.tokens, at) || (boundary !== 'and' && this.feels(at, closeAt))) return;
    const match = boundary === 'and' ? null : (this.agentAt(at, boundary) ?? predicateAt(this.tokens, at));
    if (match !== null) {
      if (onlyHelps(this.text, this.tokens, match)) return;
      this.setSubject(match);
      this.openPredicate(match, closeAt);
      return;
    }
    const told =
      isCue(this.tokens[at], 'duty') &&
      (boundary === 'start' || SAID_BEFORE.test(this.text.slice(0, this.tokens[at]?.start ?? 0)));
    const bound = told || this.acts || this.place.governor !== null || TOLD.has(this.sense?.complement ?? '');
    if (isCue(this.tokens[at], 'duty') && (boundary !== 'start' || opensDuty(this.tokens, at, this.place)) && bound) {
      this.openFrame(DUTY, at, closeAt, at);
      return;
    }
    const head = frameHead(this.tokens, at);
    const frame = frameOf(this.tokens[head]);
    const promised =
      frame?.id === '将' && boundary === 'comma' && this.frame === null && isManner(this.tokens[head + 1]);
    if (head >= 0 && frame !== null && (promised || this.mayFrame(frame, boundary))) {
      this.openFrame(frame, head, closeAt, at);
      return;
    }
    if (boundary !== 'and' && this.openAgent(at, closeAt)) return;
    this.openVerb(at, boundary, closeAt);
  }

  /** "改造费用由沧方承担": the matter stands first. */
  openAgent(from: number, closeAt: number): boolean {
    const settled = SETTLED.test(this.text.slice(this.tokens[from]?.start ?? 0));
    const clause = this.acts || settled ? agentClauseAt(this.tokens, from) : null;
    if (clause === null) return false;
    if (clause.agent !== null) this.setSubject(clause.agent);
    this.drafts.closeAt(closeAt);
    this.begin(clause.phrase, 'commitment', 0.6);
    return true;
  }

  /** "由省商务厅牵头…", "…，由溪方承担费用": whoever stands after 由 acts. */
  agentAt(at: number, boundary: 'start' | 'semicolon' | 'comma'): PredicateMatch | null {
    if (this.tokens[at]?.word !== '由') return null;
    if (boundary === 'start') {
      const named = isCue(this.tokens[at + 1], 'party') || bodyNameEnd(this.tokens, at + 1) >= 0;
      return named ? predicateAt(this.tokens, at + 1) : null;
    }
    const match = this.acts ? predicateAt(this.tokens, at + 1) : null;
    const verb = match === null ? null : verbPhraseAt(this.tokens, match.at);
    return match?.type === 'bare' && verb !== null && !CONVENES.test(verb.senses[0]?.verb ?? '') ? match : null;
  }

  /** "力争贸易额达到260亿元，往来超过80万人次": figures aimed at are units of their own. */
  openTarget(from: number, closeAt: number): boolean {
    const time = targetTimeAt(this.text.slice(this.tokens[from]?.start ?? 0));
    if (time !== null && (time.striving || this.place.opensItem || this.acts)) {
      if (time.striving) this.drafts.closeAt(closeAt);
      this.striving = time.striving ? from : -1;
      this.aiming = true;
      return true;
    }
    const opens = this.tokens[from]?.word === '力争';
    if (!opens && !this.aiming) return false;
    const start = this.tokens[from]?.start ?? 0;
    const figure = targetVerbAt(this.text.slice(start));
    if (figure === null) return false;
    const verb = this.tokens.findIndex((token) => token.end > start + figure.start);
    const last = this.tokens.findIndex((token) => token.end >= start + figure.end);
    this.drafts.closeAt(closeAt);
    this.aiming = true;
    this.acts = true;
    const first = this.striving >= 0 ? this.striving : from;
    this.striving = -1;
    this.beginAt(first, verb, last, [], 'commitment', 0.7, 'verb:zh/达到', 'deliver');
    return true;
  }

  mayFrame(frame: FrameSense, boundary: string): boolean {
    if (frame.complement === 'affirm' || frame.complement === 'clause')
      return this.subject !== null && !(this.acts && STANCE.has(frame.id));
    if (frame.id.startsWith('会议') || frame.id === '请') return true;
    if (frame.id === '将') return TOLD.has(this.sense?.complement ?? '') || (this.supporting && boundary === 'comma');
    if (PLEDGES.test(frame.id)) return true;
    if (frame.complement === 'object') return !(this.acts && boundary !== 'start') || this.supporting;
    return boundary !== 'start' || this.place.governor !== null || frame.kind === 'support';
  }

  setSubject(match: PredicateMatch): void {
    const start = this.tokens[match.first]?.start ?? 0;
    const end = this.tokens[match.last - 1]?.end ?? start;
    this.subject = { text: this.text.slice(start, end), start, end };
  }

  openPredicate(match: PredicateMatch, closeAt: number): void {
    if (match.type === 'frame') {
      this.openFrame(frameOf(this.tokens[match.at]) as FrameSense, match.at, closeAt, match.last);
      return;
    }
    if (match.type === 'duty') {
      const thought =
        this.sense?.complement === 'clause' &&
        this.drafts.open !== null &&
        !isOurs(this.text.slice(this.tokens[match.first]?.start ?? 0));
      if (!thought) this.openFrame(DUTY, match.at, closeAt, match.last);
      return;
    }
    if (match.type === 'past') {
      this.openPast(match.at, closeAt);
      return;
    }
    if (toldAsPast(this.text, this.tokens, match)) {
      this.openPast(match.at - 1, closeAt);
      return;
    }
    if (this.sense?.complement === 'clause' && this.drafts.open !== null) return;
    if (this.openTarget(match.at, closeAt)) return;
    const phrase = verbPhraseAt(this.tokens, match.at);
    if (this.feels(match.at, closeAt) || phrase === null) return;
    if (MET.test(this.text.slice(this.tokens[phrase.first]?.start ?? 0, (this.tokens[phrase.last]?.end ?? 0) + 2))) {
      this.acts = false;
      return;
    }
    this.drafts.closeAt(closeAt);
    this.frame = null;
    this.sense = null;
    this.acts = true;
    if (leadsOnly(this.text, this.tokens, match, phrase)) return;
    this.begin(phrase, 'commitment', 0.75);
  }

  /** "对成功举办表示满意": what somebody feels about an act is no act; what is welcomed is supported. */
  feels(from: number, closeAt: number): boolean {
    const said = opinionAt(this.tokens, from);
    if (said === null) return false;
    this.drafts.closeAt(closeAt);
    if (said.kind === 'support') this.beginAt(from, said.at, said.at, [], 'support', 0.8, 'frame:zh/表示欢迎');
    return true;
  }

  openPast(at: number, closeAt: number): void {
    this.drafts.closeAt(closeAt);
    this.acts = false;
    const first = skipManner(this.tokens, at + 1);
    const verb = verbOf(this.tokens[first]);
    if (!RECORD.has(this.tokens[first]?.word ?? '')) return;
    this.setFrame({ class: 'frame', id: '已', kind: 'record', complement: 'object' }, first);
    this.beginAt(first, first, first, verb === null ? [] : [verb], 'record', 0.6, 'frame:zh/已');
  }

  setFrame(sense: FrameSense, at: number): void {
    const token = this.tokens[at] as Token;
    const complement = sense.complement === 'object' ? 'object' : sense.complement === 'clause' ? 'clause' : 'action';
    this.frame = { id: sense.id, kind: sense.kind, complement, start: token.start, end: token.end };
    this.sense = sense;
  }

  openFrame(said: FrameSense, at: number, closeAt: number, from: number): void {
    const sense = said.id === '请' && SIDE.test(this.subject?.text ?? '') ? ASKED : said;
    this.drafts.closeAt(closeAt);
    this.setFrame(sense, at);
    this.acts = sense.complement !== 'object' && sense.complement !== 'clause';
    this.supporting = false;
    const asks = sense.id === '请' && sense !== ASKED && predicateAt(this.tokens, at + 1) !== null;
    if ((TELLS.has(sense.id) || asks) && this.openTold(at + 1)) return;
    if (sense.kind === 'support' && this.tokens[at - 1]?.word === '不') return;
    if (sense.complement === 'object' || sense.complement === 'clause') {
      let start = at;
      while (start > from && isManner(this.tokens[start - 1])) start -= 1;
      const verb = verbOf(this.tokens[at]);
      this.beginAt(
        start,
        at,
        at,
        verb === null ? [] : [verb],
        sense.kind,
        sense.kind === 'position' ? 0.6 : 0.9,
        `frame:zh/${sense.id}`,
      );
      this.supporting = sense.complement === 'object';
      return;
    }
    this.openGoverned(at + 1);
  }

  /** "责成两国外交部门每半年梳理…": the bodies told are the subject of what follows. */
  openTold(from: number): boolean {
    for (let i = from + 1; i < this.tokens.length && !isBreak(this.tokens[i]); i += 1) {
      const starts =
        isManner(this.tokens[i]) || isCue(this.tokens[i], 'preposition') || verbOf(this.tokens[i])?.alsoNoun === false;
      const phrase = starts ? verbPhraseAt(this.tokens, i) : null;
      if (phrase === null) continue;
      this.setSubject({ first: from, last: i, type: 'bare', at: i });
      this.acts = true;
      this.begin(phrase, 'commitment', 0.85);
      return true;
    }
    return false;
  }

  /** "会议决定，由省商务厅负责组织…": whoever stands after 由 acts. */
  openBy(from: number): boolean {
    const match = this.tokens[from]?.word === '由' ? predicateAt(this.tokens, from + 1) : null;
    if (match?.type !== 'frame') return false;
    this.setSubject(match);
    this.openPredicate(match, from);
    return true;
  }

  /** "双方同意肯方于2027年举办…": one side acts by what both agree. */
  openSide(from: number): boolean {
    const agreed = this.sense?.complement === 'action' && this.sense.kind === 'commitment';
    const match = agreed ? predicateAt(this.tokens, from) : null;
    const side = match === null ? '' : partWords(this.tokens.slice(0, match.last), from);
    const phrase = match?.type === 'bare' && SIDE.test(side) ? verbPhraseAt(this.tokens, match.at) : null;
    if (match === null || phrase === null) return false;
    this.setSubject(match);
    this.begin(phrase, this.kindUnder(phrase), 0.85);
    return true;
  }

  /** A meeting is the subject of the part, and is still to come. */
  openEvent(from: number, closeAt: number): boolean {
    if (isCue(this.tokens[from], 'purpose')) return false;
    const start = this.tokens[from]?.start ?? 0;
    const event = eventClauseAt(this.text.slice(start));
    if (event === null || !(event.promised || this.acts)) return false;
    const verb = this.tokens.findIndex((token) => token.end > start + event.start);
    const sense = verbOf(this.tokens[verb]);
    if (sense === null || this.tokens.slice(from, verb).some(introduces)) return false;
    this.drafts.closeAt(closeAt);
    this.beginAt(from, verb, verb, [sense], 'commitment', 0.6, 'frame:zh/将-举行');
    return true;
  }

  /** The action after introducing words: at once, or after the part that names means or ground. */
  openGoverned(begin: number): void {
    const from = isMark(this.tokens[begin], '，,') && this.sense?.complement === 'action' ? begin + 1 : begin;
    const nested = frameHead(this.tokens, from);
    const inner = nested < 0 ? null : frameOf(this.tokens[nested]);
    if (inner !== null && nested >= 0 && (inner.complement === 'object' || this.sense?.complement === 'affirm')) {
      const kind: Kind = this.sense?.complement === 'action' ? this.sense.kind : inner.kind;
      if (inner.complement === 'action') {
        this.openFrame(inner, nested, from, from);
        return;
      }
      const verb = verbOf(this.tokens[nested]);
      this.beginAt(from, nested, nested, verb === null ? [] : [verb], kind, 0.85, `frame:zh/${inner.id}`);
      this.supporting = inner.kind === 'support';
      this.acts = kind === 'commitment' || inner.kind === 'commitment';
      return;
    }
    const part = partWords(this.tokens, from);
    if (isGround(part)) {
      this.ground = from;
      return;
    }
    if (this.openEvent(from, from) || this.openBy(from) || this.openSide(from)) return;
    const governed = governedPhraseAt(this.tokens, from);
    const phrase = governed ?? (this.sense?.complement === 'affirm' ? null : objectFirstAt(this.tokens, from));
    if (phrase !== null) {
      const placed =
        governed === null && this.sense?.id === '将' && !isCue(this.tokens[begin], 'preposition')
          ? { ...phrase, start: begin - 1 }
          : phrase;
      this.begin(placed, this.kindUnder(phrase), 0.93);
      return;
    }
    if (this.sense?.complement === 'affirm') {
      const at = from - 1;
      this.acts = false;
      this.beginAt(at, at, at, [], 'position', 0.6, `frame:zh/${this.sense.id}`);
    }
  }

  kindUnder(phrase: VerbPhrase): Kind {
    const stance = STANCE.has(this.tokens[phrase.first]?.word ?? '');
    if (this.sense === null) return 'commitment';
    if (this.sense.complement === 'affirm' && WEIGHED.test(partWords(this.tokens, phrase.last))) return 'position';
    if (this.sense.complement === 'affirm') return stance ? 'position' : 'commitment';
    return this.sense.kind;
  }

  openVerb(at: number, boundary: 'start' | 'semicolon' | 'comma' | 'and', closeAt: number): void {
    const phrase = verbPhraseAt(this.tokens, at);
    const head = phrase?.senses[0];
    if (boundary !== 'start' && this.drafts.open !== null && saysBenefit(this.tokens, at)) return;
    if (boundary !== 'semicolon' && this.acts && holdsTo(this.tokens, at)) {
      if (boundary !== 'start') this.drafts.closeAt(closeAt);
      this.ground = at;
      return;
    }
    if (boundary === 'comma' && phrase === null && BASIS.test(partWords(this.tokens, at))) {
      this.drafts.closeAt(closeAt);
      this.ground = at;
    }
    if (phrase === null || head === undefined) return;
    const goesOn = [at, phrase.first - 1].some((i) => isCue(this.tokens[i], 'aspect'));
    const returns = goesOn || this.tokens[at]?.word === '将' || this.isPlanned() || boundary === 'semicolon';
    if (!this.acts && !(this.supporting && returns)) return;
    if (this.tokens[at]?.word === '由' && MAKES_UP.test(head.verb)) return;
    const governed = this.frame === null && this.subject === null;
    if (boundary === 'start' && isTopic(this.tokens, phrase)) return;
    if (boundary === 'start' && !this.place.opensItem && head.alsoNoun && !phrase.led) return;
    if (head.alsoNoun && !phrase.led && !takesObject(this.tokens, phrase)) return;
    if (
      boundary === 'comma' &&
      takesMeasures(this.tokens, this.drafts.open?.actionFirst ?? -1, closeAt) &&
      !isManner(this.tokens[phrase.start])
    )
      return;
    if (this.supporting && boundary !== 'semicolon' && !this.returnsFromSupport(phrase)) return;
    if (boundary === 'and' && this.drafts.open !== null && closeAt <= this.drafts.open.actionLast + 1) return;
    this.drafts.closeAt(closeAt);
    this.acts = true;
    const sure = governed ? (this.place.governor === null ? 0.6 : 0.85) : 0.9;
    this.begin(phrase, this.kindOf(phrase, governed), sure - (boundary === 'comma' ? 0.06 : 0));
  }

  /** An item of a plan names nobody: what comes after its support is again its own. */
  isPlanned(): boolean {
    return this.subject === null && this.place.opensItem;
  }

  /** "双方同意…，鼓励企业参与，为合作营造…": under an undertaking the next act is again the parties' own. */
  returnsFromSupport(phrase: VerbPhrase): boolean {
    const promised = [0, 1].some((back) => this.tokens[phrase.start - back]?.word === '将');
    if (promised || this.frame === null || this.isPlanned()) return true;
    if (isManner(this.tokens[phrase.start]) || phrase.senses[0]?.strength === 'support') return true;
    return this.sense?.kind === 'commitment' && this.sense.complement === 'action';
  }

  kindOf(phrase: VerbPhrase, governed: boolean): Kind {
    if (phrase.senses.every((sense) => sense.strength === 'support')) return 'support';
    return governed || this.sense?.complement === 'object' ? 'commitment' : this.kindUnder(phrase);
  }

  begin(phrase: VerbPhrase, kind: Kind, confidence: number): void {
    const behind = this.text.slice(this.tokens[phrase.last]?.end ?? 0);
    if (ANNOUNCED.test(behind) || LISTS_BELOW.test(this.text.slice(this.tokens[phrase.start]?.start ?? 0))) return;
    this.beginAt(
      this.grounded >= 0 ? this.grounded : phrase.start,
      phrase.first,
      phrase.last,
      phrase.senses,
      kind,
      confidence,
      `verb:zh/${phrase.senses[0]?.verb ?? ''}`,
    );
    this.supporting = phrase.senses.every((sense) => sense.strength === 'support');
  }

  beginAt(
    start: number,
    first: number,
    last: number,
    verbs: VerbPhrase['senses'],
    kind: Kind,
    confidence: number,
    rule: string,
    strength?: Strength,
  ): void {
    this.drafts.begin({
      ...(strength === undefined ? {} : { strength }),
      startToken: start,
      actionFirst: first,
      actionLast: last,
      verbs,
      kind,
      frame: this.frame,
      subject: this.subject,
      confidence,
      rule,
    });
  }
}

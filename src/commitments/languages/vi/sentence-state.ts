import type { Kind } from '../../../vocabulary/index.ts';
import type { FrameSense } from '../../lexicon/sense.ts';
import { isMark, type Token } from '../../lexicon/token.ts';
import { Drafts } from '../../reading/drafts.ts';
import type { SentencePlace, UnitFrame, UnitSubject } from '../../reading/unit.ts';
import { VIETNAMESE } from './lexicon.ts';
import { mainAct } from './main-act.ts';
import { modeAfter, type OpeningContext } from './opening.ts';
import { CHARGES } from './sentence-signs.ts';
import type { PredicateMatch } from './subject.ts';
import type { VerbGroup } from './verb-group.ts';

/** By what or when a party acts, said behind its name. */
const BEHIND = /^(?:theo|theo đúng|căn cứ|căn cứ vào|hôm nay|sáng nay|chiều nay|tối nay|hôm qua)$/u;

/** "… trong cuộc hội kiến hôm nay" */
const AT = /^(?:trong|tại|nhân|sau|trước)$/u;
const MEETS = /^(?:cuộc|buổi|chuyến|dịp|hội đàm|hội kiến|phiên)(?: |$)/u;

/** "Sở Y tế, Công an tỉnh theo chức năng, nhiệm vụ | chỉ đạo …": where the names of those who act end. */
function subjectEnd(tokens: readonly Token[], from: number, to: number): number {
  for (let i = from + 1; i < to; i += 1) {
    const token = tokens[i] as Token;
    const behind = BEHIND.test(token.word) || (AT.test(token.word) && MEETS.test(tokens[i + 1]?.word ?? ''));
    if (behind && !token.enclosed) return isMark(tokens[i - 1], ',') ? i - 1 : i;
  }
  return to;
}

/** What is known at a place of a Vietnamese sentence: who acts, under which introducing words, and the unit that is open. */
export class SentenceState {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly place: SentencePlace;
  readonly drafts: Drafts;
  frame: UnitFrame | null = null;
  sense: FrameSense | null = null;
  subject: UnitSubject | null = null;
  mode: OpeningContext['mode'] = 'object';
  /** Actions may open: an undertaking governs here, in the sentence or from before it. */
  acts = false;
  /** The open unit is what somebody supports: verbs within it are theirs, not the supporter's. */
  supporting = false;
  /** Somebody is in charge with others ("chủ trì, phối hợp …"): commas separate bodies. */
  charged = false;
  pending = -1;
  /** Something was undertaken earlier in the sentence. */
  acted = false;
  /** A wish or belief about somebody else's future governs the rest of the sentence. */
  belief = false;
  objectAt = 0;

  constructor(text: string, place: SentencePlace) {
    this.text = text;
    this.tokens = (place.lexicon ?? VIETNAMESE).read(text);
    this.place = place;
    this.drafts = new Drafts(text, this.tokens, 'vi');
  }

  setMode(i: number): void {
    this.mode = modeAfter(this.tokens[i], this.mode);
  }

  setSubject({ first: from, last: to }: Pick<PredicateMatch, 'first' | 'last'>): void {
    const start = this.tokens[from]?.start ?? 0;
    const end = this.tokens[subjectEnd(this.tokens, from, to) - 1]?.end ?? start;
    this.subject = { text: this.text.slice(start, end), start, end };
  }

  setFrame(sense: FrameSense, at: number): void {
    const token = this.tokens[at] as Token;
    const complement = sense.complement === 'object' ? 'object' : sense.complement === 'clause' ? 'clause' : 'action';
    this.frame = { id: sense.id, kind: sense.kind, complement, start: token.start, end: token.end };
    this.sense = sense;
  }

  begin(group: VerbGroup, kind: Kind, confidence: number): number {
    const head = group.senses[0];
    const charged = CHARGES.test(head?.verb ?? '');
    const main = charged ? mainAct(this.tokens, group) : group;
    this.beginAt(group.start, main.first, main.senses, kind, confidence, `verb:vi/${head?.verb ?? ''}`, main.last);
    this.charged = charged && main === group;
    this.supporting = group.senses.some((sense) => sense.strength === 'support' && sense.verb !== 'sẵn sàng');
    this.objectAt = main.next;
    this.pending = -1;
    return main.next;
  }

  beginAt(
    start: number,
    first: number,
    verbs: VerbGroup['senses'],
    kind: Kind,
    confidence: number,
    rule: string,
    last = first,
  ): void {
    this.mode = 'object';
    this.supporting = false;
    this.charged = false;
    this.objectAt = last + 1;
    if (kind === 'commitment') this.acted = true;
    this.drafts.begin({
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

import type { FrameSense } from '../../lexicon/sense.ts';
import { frameOf, isCue, isMark, type Token, verbOf } from '../../lexicon/token.ts';
import { bodyBeforeColon, partsBodies } from './body-alone.ts';
import { concernedBody } from './concerned.ts';
import { dutyInCase } from './condition.ts';
import { agreesToAct, governedAct, skipAdjunct, skipSelves } from './governed.ts';
import {
  expectsEnd,
  invites,
  isOther,
  joinsOn,
  promisesNext,
  skipCase,
  skipRole,
  tellsSubordinates,
  toldPromise,
  urgesOthers,
} from './joined-frames.ts';
import { kindOfVerb, kindUnder } from './kind.ts';
import { RECORD } from './lexicon.ts';
import { listsDeeds, listsFields } from './listed-deeds.ts';
import { assignedAct } from './main-act.ts';
import { type Boundary, isCopular, isDeadline, opensAction, returnsToSupporter } from './opening.ts';
import { passiveVerbAt } from './passive.ts';
import { assesses } from './predicate-signs.ts';
import {
  AGREES,
  ANSWERS,
  ASKS,
  BELIEF,
  INVITES,
  isOwn,
  JOINT,
  NOT_VERB,
  SETTLES,
  saysNothing,
  TALKS,
  TOLD_TALKS,
} from './sentence-signs.ts';
import { SentenceState } from './sentence-state.ts';
import { endsAdjunct, limitsAt, listsParties, type PredicateMatch, predicateAt } from './subject.ts';
import { skipTime } from './time-phrase.ts';
import { doneAmong, plainVerbAt, settlesTogether, verbGroupAt } from './verb-group.ts';
import { goesOn, isAnd, isManner, skipConnectives, skipLabel, skipManner } from './words.ts';

/** A Vietnamese sentence while it is read, from its first word to its last. */
export class VietnameseSentence extends SentenceState {
  read(): void {
    if (saysNothing(this.text)) return;
    let i = Math.max(this.openNamed(), 0) || this.openStart();
    while (i < this.tokens.length) {
      const next = this.step(i);
      i = next > i ? next : i + 1;
    }
    this.drafts.close(this.text.length);
  }

  /** "- Cục Báo chí: phối hợp …": the body an item begins with does what stands after the colon; -1 where none is named. */
  openNamed(): number {
    const named = bodyBeforeColon(this.text, this.tokens);
    if (named === null) return -1;
    if (
      !this.place.opensItem &&
      !named.duties &&
      !(this.tokens[1]?.capital && verbGroupAt(this.tokens, named.colon + 1))
    )
      return -1;
    this.subject = named.body;
    this.acts = true;
    return named.colon;
  }

  openStart(): number {
    const is = this.place.opensItem && this.place.governor !== null && this.tokens[0]?.word === 'là';
    const numbered = this.tokens[0]?.type === 'number' && isMark(this.tokens[1], '.)');
    const from = skipConnectives(this.tokens, is ? 1 : numbered ? 2 : 0);
    const opened = this.tryOpen(from, 'start', 0);
    if (opened >= 0) return opened;
    const concerned = concernedBody(this.tokens, from);
    if (concerned !== null) {
      this.setSubject(concerned);
      this.acts = true;
      return concerned.last;
    }
    const due = dutyInCase(this.tokens);
    if (due !== null) {
      this.setSubject(due);
      return this.openFrame(due.duty, 0, due.duty);
    }
    const inCase = this.place.governor === null ? from : skipCase(this.tokens, from);
    if (inCase > from) {
      const done = this.tryOpen(inCase, 'start', 0);
      if (done >= 0) return done;
    }
    if (this.place.governor !== null || this.place.opensItem) this.acts = true;
    this.setMode(from);
    return from;
  }

  step(i: number): number {
    const token = this.tokens[i] as Token;
    if (token.enclosed) return -1;
    if (isMark(token, ';')) return this.afterSemicolon(i);
    if (isMark(token, ':')) {
      if (/^(?:như |các )?sau(?: đây)?$|^dưới đây$/u.test(this.tokens[i - 1]?.word ?? '')) this.mode = 'object';
      else if (this.tokens[i - 1]?.word.endsWith('như') && this.drafts.open !== null) this.mode = 'examples';
      return this.tryOpen(skipLabel(this.tokens, i + 1), 'colon', i);
    }
    if (isMark(token, ',')) {
      if (this.drafts.open !== null && listsDeeds(this.tokens, this.drafts.open.startToken, i))
        return this.openVerb(i + 2, 'colon', i);
      const linked = isAnd(this.tokens[i + 1]) || isCue(this.tokens[i + 1], 'connective');
      if (isCue(this.tokens[i + 1], 'purpose') && !AGREES.test(frameOf(this.tokens[i + 2])?.id ?? '')) return -1;
      return this.tryOpen(
        linked ? skipConnectives(this.tokens, isAnd(this.tokens[i + 1]) ? i + 2 : i + 1) : i + 1,
        linked ? 'link' : 'comma',
        i,
      );
    }
    if (isMark(token, '…') && this.tokens[i + 1]?.capital) return this.tryOpen(i + 1, 'semicolon', i);
    if (isAnd(token)) return this.tryOpen(i + 1, 'and', i);
    if (token.word === 'cũng như' && !this.supporting && plainVerbAt(this.tokens, i + 1))
      return this.tryOpen(i + 1, 'link', i);
    if (token.word === 'trong đó có' && doneAmong(this.tokens, i + 1)) return this.openVerb(i + 2, 'colon', i);
    if (token.word === 'đồng thời' || token.word === 'song song với đó') return this.tryOpen(i + 1, 'link', i);
    this.setMode(i);
    return -1;
  }

  /** What stands after a semicolon belongs to what stands before it only as its purpose, result or list. */
  afterSemicolon(at: number): number {
    const named = this.tokens[at + 1]?.enclosed ? null : bodyBeforeColon(this.text, this.tokens.slice(at + 1));
    if (named !== null && verbGroupAt(this.tokens, at + named.colon + 2) !== null) {
      this.drafts.closeAt(at);
      this.subject = named.body;
      this.acts = true;
      return at + named.colon + 1;
    }
    if (this.drafts.open !== null && listsFields(this.tokens, this.objectAt, at)) return -1;
    const first = skipLabel(this.tokens, at + 1);
    const after = skipCase(this.tokens, skipConnectives(this.tokens, isAnd(this.tokens[first]) ? first + 1 : first));
    const next = skipRole(this.tokens, after);
    const opened = this.tryOpen(next, 'semicolon', at);
    if (opened >= 0) return opened;
    const group = verbGroupAt(this.tokens, next);
    const told = /^(?:thời gian|thời hạn|hạn)(?: |$)/u.test(this.tokens[next]?.word ?? '');
    const dated = told || (group !== null && isDeadline(this.tokens, group));
    if (this.mode !== 'list' && this.mode !== 'examples' && !this.supporting && !dated && !goesOn(this.tokens[at + 1]))
      this.drafts.closeAt(at);
    return opened;
  }

  tryOpen(at: number, boundary: Boundary, closeAt: number): number {
    const match = this.predicate(at, boundary);
    if (
      match !== null &&
      !(boundary === 'comma' && endsAdjunct(this.tokens, match)) &&
      !(
        boundary === 'comma' &&
        match.type === 'bare' &&
        this.drafts.open !== null &&
        listsParties(this.tokens, closeAt, this.objectAt)
      )
    ) {
      const encouraging = this.supporting && (this.sense === null || this.sense.kind === 'support');
      if (boundary === 'comma' && encouraging && isOther(match, this.tokens)) return -1;
      const fresh = this.drafts.open === null && this.frame === null && this.subject === null && !this.acted;
      const parted = boundary === 'semicolon' && fresh && partsBodies(this.text, this.tokens, closeAt);
      const whole = parted ? { ...match, first: 0 } : match;
      this.setSubject(whole);
      return this.openPredicate(whole, closeAt);
    }
    const finite = this.finite(at, boundary);
    const told = finite < 0 ? null : toldPromise(this.tokens, at - 1, finite);
    if (finite >= 0) return told !== null ? this.openTold(told, closeAt) : this.openFrame(finite, closeAt, at);
    const promised = boundary === 'start' || boundary === 'semicolon' ? this.openPassive(at, closeAt) : -1;
    if (promised >= 0) return promised;
    return this.openVerb(at, boundary, closeAt);
  }

  openTold(told: NonNullable<ReturnType<typeof toldPromise>>, closeAt: number): number {
    this.setSubject(told);
    return this.openFrame(told.frame, closeAt, told.last);
  }

  /** A promise in the passive: the whole clause is the unit, for its subject is what is promised. */
  openPassive(from: number, closeAt: number): number {
    const verb = passiveVerbAt(this.tokens, from);
    if (verb < 0) return -1;
    const sense = verbOf(this.tokens[verb]);
    this.drafts.closeAt(closeAt);
    this.beginAt(from, verb, sense === null ? [] : [sense], 'commitment', 0.55, 'frame:vi/sẽ-được');
    return verb + 1;
  }

  predicate(at: number, boundary: Boundary): PredicateMatch | null {
    const fresh = this.drafts.open === null && this.frame === null;
    if (this.sense?.complement === 'clause' && boundary !== 'semicolon')
      return predicateAt(this.tokens, at, { reach: 12, bare: 'no', commas: false });
    const limits = limitsAt(boundary, fresh);
    return limits === null ? null : predicateAt(this.tokens, at, limits);
  }

  /** A further introducing word of the same subject: "…; nhất trí tiếp tục …", ", sẵn sàng …". */
  finite(at: number, boundary: Boundary): number {
    const head = skipManner(this.tokens, at);
    const frame = frameOf(this.tokens[head]);
    if (frame === null || assesses(this.tokens, at, head)) return -1;
    if (this.drafts.open !== null && expectsEnd(this.tokens, frame, head)) return -1;
    if (boundary === 'start')
      return frame.complement === 'assign' || ASKS.test(frame.id)
        ? head
        : frame.complement === 'object' || verbOf(this.tokens[head]) !== null
          ? -1
          : this.place.governor === null
            ? -1
            : head;
    if (frame.complement === 'assign')
      return boundary === 'comma' && (this.subject ?? this.drafts.open ?? this.frame) !== null ? -1 : head;
    const awaited = this.pending >= 0 && this.drafts.open === null;
    if (frame.complement === 'duty')
      return this.subject !== null && (awaited || boundary === 'colon' || boundary === 'semicolon') ? head : -1;
    if (boundary === 'and' && this.joinsOn(frame, head)) return head;
    const governs = this.acts && (frame.kind === 'support' || (boundary !== 'and' && AGREES.test(frame.id)));
    if (this.subject === null && !governs) return -1;
    if (boundary === 'and')
      return (frame.complement === 'action' && frame.kind === 'support') || invites(frame, this.sense) ? head : -1;
    if (boundary === 'comma' && frame.complement === 'action' && this.tokens[head + 1]?.type === 'mark') return -1;
    if (settlesTogether(this.tokens, at, frame)) return -1;
    if (frame.complement === 'object')
      return this.acts && frame.kind === 'support' && verbOf(this.tokens[head]) !== null ? -1 : head;
    return head;
  }

  /** Introducing words after "và" that open a unit of their own. */
  joinsOn(frame: FrameSense, at: number): boolean {
    const { tokens, objectAt, sense } = this;
    if (this.drafts.open !== null && urgesOthers(tokens, frame, at, objectAt)) return true;
    return promisesNext(tokens, frame, at, objectAt, sense) || joinsOn(frame, sense, tokens, at, this.belief);
  }

  openPredicate(match: PredicateMatch, closeAt: number): number {
    const told =
      match.type === 'past' ? null : toldPromise(this.tokens, match.first, skipManner(this.tokens, match.at));
    if (told !== null) return this.openTold(told, closeAt);
    if (match.type === 'frame') return this.openFrame(match.at, closeAt, match.last);
    this.drafts.closeAt(closeAt);
    if (match.type === 'past') return this.openPast(match.at);
    this.acts = true;
    this.frame = null;
    this.sense = null;
    if (match.type === 'announces') return match.at + 1;
    const group = verbGroupAt(this.tokens, match.at);
    if (group === null) return match.at + 1;
    if (!group.manner && TALKS.test(group.senses[0]?.verb ?? '')) {
      this.acts = false;
      this.setFrame(TOLD_TALKS, group.first);
      return group.next;
    }
    return this.begin(group, 'commitment', 0.8);
  }

  /** A past act; what leaves nothing to follow is no unit. */
  openPast(at: number): number {
    const first = skipManner(this.tokens, at + 1);
    const frame = frameOf(this.tokens[first]);
    if (frame !== null && !RECORD.has(this.tokens[first]?.word ?? '')) return this.openFrame(first, first, at + 1);
    this.acts = false;
    this.setFrame({ class: 'frame', id: 'đã', kind: 'record', complement: 'object' }, at);
    if (!RECORD.has(this.tokens[first]?.word ?? '')) return first;
    const sense = verbOf(this.tokens[first]);
    this.drafts.begin({
      startToken: first,
      actionFirst: first,
      actionLast: first,
      verbs: sense === null ? [] : [sense],
      kind: 'record',
      frame: this.frame,
      subject: this.subject,
      confidence: 0.6,
      rule: 'frame:vi/đã',
    });
    return first + 1;
  }

  openFrame(at: number, closeAt: number, from: number): number {
    let sense = frameOf(this.tokens[at]) as FrameSense;
    if (this.belief && sense.kind === 'commitment') sense = { ...sense, kind: 'position' };
    if (BELIEF.test(sense.id)) this.belief = true;
    this.drafts.closeAt(closeAt);
    this.charged = false;
    if (ASKS.test(sense.id) && from === at && this.subject === null)
      sense = { ...sense, kind: 'commitment', complement: 'assign' };
    if (tellsSubordinates(this.text, this.tokens, sense, at, this.subject))
      sense = { ...sense, kind: 'commitment', complement: 'assign' };
    else if (ASKS.test(sense.id) && JOINT.test(this.subject?.text ?? '')) sense = { ...sense, kind: 'commitment' };
    else if (agreesToAct(this.tokens, sense, at)) sense = { ...sense, kind: 'commitment', complement: 'action' };
    this.setFrame(sense, at);
    if (this.frame !== null && skipTime(this.tokens, from) === at)
      this.frame = { ...this.frame, start: this.tokens[from]?.start ?? this.frame.start };
    this.acts = sense.complement !== 'object' && sense.complement !== 'clause';
    switch (sense.complement) {
      case 'assign':
        return this.openAssigned(at + 1);
      case 'object':
        return this.openObject(at, from);
      case 'clause':
        this.beginAt(
          from < at && isManner(this.tokens[at - 1]) ? at - 1 : at,
          at,
          [],
          'position',
          0.6,
          `frame:vi/${sense.id}`,
        );
        return at + 1;
      case 'affirm':
        return this.openAffirmed(at);
      default:
        return this.openGoverned(at + 1);
    }
  }

  /** The action after introducing words: at once, after a comma, or after words of time and means without one. */
  openGoverned(from: number): number {
    let at = skipSelves(this.tokens, from);
    if (this.sense?.id === 'chịu-trách-nhiệm' && ANSWERS.test(this.tokens[at]?.word ?? '')) {
      this.beginAt(at - 1, at - 1, [], 'commitment', 0.8, 'verb:vi/chịu trách nhiệm');
      return at;
    }
    const parted = isMark(this.tokens[at], ',');
    if (parted) at += 1;
    const nested = frameOf(this.tokens[skipManner(this.tokens, at)]);
    if (nested?.complement === 'object' && nested.kind === 'support') {
      const head = skipManner(this.tokens, at);
      const own = isOwn(this.text.slice(this.tokens[head]?.end ?? 0), nested, this.sense);
      this.beginAt(
        at,
        head,
        [],
        this.sense?.kind === 'support' || !own ? 'support' : 'commitment',
        0.9,
        `frame:vi/${nested.id}`,
      );
      this.supporting = true;
      return head + 1;
    }
    const act = governedAct(this.tokens, at, parted);
    if (act !== null) {
      const kind = isCopular(this.tokens, act.group) ? 'position' : kindUnder(this.sense, this.tokens, act.group);
      return this.begin(act.group, kind, act.near ? 0.95 : 0.85);
    }
    const promised = this.openPassive(at, at);
    if (promised >= 0) return promised;
    this.pending = at;
    if (isCue(this.tokens[at], 'means') || isCue(this.tokens[at], 'time') || isManner(this.tokens[at])) return at;
    return this.openUnknown(at);
  }

  openUnknown(at: number): number {
    const token = this.tokens[at];
    if (token === undefined || token.type !== 'word' || token.enclosed || token.capital) return at;
    if (isCue(token, 'party') || NOT_VERB.has(token.word)) return at;
    this.pending = -1;
    const settled = SETTLES.test(this.sense?.id ?? '') ? at - 1 : at;
    if (settled < at && isMark(this.tokens.at(-1), ':')) return at;
    this.beginAt(settled, settled, [], this.sense?.kind ?? 'commitment', 0.5, 'verb:unknown');
    return at + 1;
  }

  /** "Giao X chủ trì …", "Yêu cầu các đơn vị …": the body assigned is the subject. */
  openAssigned(from: number): number {
    const found = assignedAct(this.tokens, from);
    if (found === null) return this.announceFor(from);
    const role = this.tokens.findIndex((token, i) => i > from && i < found.at && token.word === 'là');
    const end = role > 0 ? role : found.at;
    this.setSubject({ first: from, last: isMark(this.tokens[end - 1], ',:') ? end - 1 : end });
    return this.begin(found.group, 'commitment', 0.9);
  }

  /** "Yêu cầu các huyện biên giới:" — what the items below say is for the body named. */
  announceFor(from: number): number {
    if (this.tokens.at(-1)?.word !== ':' || !isCue(this.tokens[from], 'party')) return from;
    this.setSubject({ first: from, last: this.tokens.length - 1 });
    return this.tokens.length;
  }

  openObject(at: number, from: number): number {
    const token = this.tokens[at] as Token;
    let start = at;
    while (start > from && isManner(this.tokens[start - 1])) start -= 1;
    let last = at;
    if (isAnd(this.tokens[at + 1]) && frameOf(this.tokens[skipManner(this.tokens, at + 2)])?.kind === 'support')
      last = skipManner(this.tokens, at + 2);
    const sense = this.sense?.kind === 'commitment' ? INVITES : verbOf(token);
    this.beginAt(
      start,
      at,
      sense === null ? [] : [sense],
      this.sense?.kind ?? 'support',
      0.9,
      `frame:vi/${this.sense?.id ?? ''}`,
      last,
    );
    this.supporting = true;
    return last + 1;
  }

  /** "khẳng định …": support where a support verb follows, a stance where a stance verb does, else an undertaking. */
  openAffirmed(at: number): number {
    const next = isMark(this.tokens[at + 1], ',') ? at + 2 : at + 1;
    const behind = isCue(this.tokens[next], 'time') ? next + 1 : skipAdjunct(this.tokens, at + 1);
    const head = skipManner(this.tokens, Math.max(behind, next));
    const inner = frameOf(this.tokens[head]);
    if (inner?.id === 'sẽ' && head > next) return this.openFrame(head, at, next);
    if (inner !== null && inner.complement === 'object') return this.openFrame(head, at, next);
    const group = verbGroupAt(this.tokens, next);
    if (group === null || inner !== null || this.frame?.id === 'nhấn-mạnh') {
      this.beginAt(at, at, [], 'position', 0.6, `frame:vi/${this.sense?.id ?? ''}`);
      this.acts = false;
      return at + 1;
    }
    return this.begin(group, kindUnder(this.sense, this.tokens, group), 0.8);
  }

  openVerb(at: number, boundary: Boundary, closeAt: number): number {
    const governed = this.frame === null && this.subject === null;
    if (boundary === 'start') {
      if (this.place.governor === null && !this.place.opensItem) return -1;
    } else if (!this.acts && !this.afterSupport(at, boundary) && !(boundary === 'semicolon' && this.acted)) return -1;
    const group = verbGroupAt(this.tokens, at);
    if (group === null) return -1;
    const context = {
      mode: this.mode,
      fresh: this.drafts.open === null,
      supporting: this.supporting,
      charged: this.charged,
      hasObject: closeAt > this.objectAt,
      objectAt: this.objectAt,
      running: this.drafts.open?.verbs ?? [],
      closeAt,
    };
    if (!opensAction(this.tokens, group, boundary, context)) return -1;
    this.drafts.closeAt(closeAt);
    this.acts = true;
    const sure = governed ? (this.place.governor === null ? 0.6 : 0.85) : 0.93;
    const doubt = boundary === 'comma' || boundary === 'and' ? 0.08 : 0;
    const start = this.pending >= 0 ? this.pending : group.start;
    this.pending = -1;
    return this.begin(
      { ...group, start },
      kindOfVerb(this.text, this.tokens, group, governed ? null : this.sense),
      sure - doubt - (group.senses[0]?.alsoNoun ? 0.08 : 0),
    );
  }

  afterSupport(at: number, boundary: Boundary): boolean {
    if (!this.supporting || this.sense?.complement !== 'object') return false;
    return returnsToSupporter(this.tokens, at, boundary, this.objectAt);
  }
}

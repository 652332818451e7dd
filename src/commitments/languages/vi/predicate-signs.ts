import type { VerbSense } from '../../lexicon/sense.ts';
import { isCue, isMark, type Token, verbOf } from '../../lexicon/token.ts';
import { isAnd } from './manner.ts';
import signs from './signs.json' with { type: 'json' };

const TALKED_ABOUT = new Set(signs['talked-about']);
const REPORTS = new Set(signs.reports);
const RECIPIENT_ACTS = new Set(signs['recipient-acts']);
const TASKS = new Set(signs.tasks);
/** One syllable as Vietnamese spells it; what is spelled otherwise is a foreign name. */
const SYLLABLE =
  /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?[aăâeêioôơuưyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]{1,3}(?:ng|nh|ch|[cmnpt])?$/u;

/** "Tavoria sẽ …": a word that is no Vietnamese syllable and begins a sentence names a party. */
export function isForeignName(word: string): boolean {
  return /^\p{L}{3,}$/u.test(word) && !SYLLABLE.test(word.normalize('NFC'));
}

/** "kết quả thực hiện …": what is done is told about, nobody does it here. */
export function isTalkedAbout(before: Token | undefined): boolean {
  return before !== undefined && !before.capital && TALKED_ABOUT.has(before.word);
}

/**
 * A verb that is also a noun is the predicate after a party whose name is complete ("mỗi bên cung cấp …"), not after one
 * that its next words complete ("cơ quan quản lý …"), and where a preposition or a party shows whom it reaches.
 */
export function isPredicate(tokens: readonly Token[], from: number, at: number): boolean {
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  if (isMark(next, ',') && verbOf(tokens[at + 2]) !== null) return at >= from + 2;
  if (next === undefined || next.type === 'mark') return false;
  const complete = isCue(before, 'party') && !isCue(before, 'party-head');
  if (complete && !isCue(next, 'preposition') && !isCue(next, 'coordinator')) return true;
  if (at < from + 2) return false;
  return next.word === 'cho' || next.word === 'với' || (isCue(next, 'party') && !next.word.startsWith('nhà nước'));
}

/** "Ủy ban Hỗn hợp đánh giá, giám sát …", "…; đánh giá tiến độ …": a task, not what somebody thinks. */
export function assesses(tokens: readonly Token[], from: number, at: number): boolean {
  if (tokens[at]?.word !== 'đánh giá') return false;
  const next = tokens[at + 1];
  if ((isMark(next, ',') || isAnd(next)) && verbOf(tokens[at + 2]) !== null) return true;
  if (/^(?:hai|các|ba) /.test(tokens[from]?.word ?? '')) return false;
  return TASKS.has(next?.word ?? '') || TASKS.has(`${next?.word} ${tokens[at + 2]?.word}`);
}

/** "báo cáo Ban Thường vụ xem xét, cho ý kiến": what they do to whom it is reported. */
export function isRecipientAct(running: readonly VerbSense[], head: VerbSense): boolean {
  return RECIPIENT_ACTS.has(head.verb) && running.some(({ verb }) => REPORTS.has(verb));
}

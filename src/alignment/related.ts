import type { Passage } from './model.ts';
import { chineseNumbers, digitNumbers } from './words/numbers.ts';

/** Share of characters bound below which two texts are held to be unrelated. */
const BOUND = 0.25;
/** Texts of one kind are bound by their phrases; their numbers differ. Of so few of them nothing is concluded. */
const ENOUGH_NUMBERS = 6;
const FEW_SHARED = 0.4;
/** Where less than half is bound, numbers that differ more than those of a careless translation decide too. */
const HALF = { bound: 0.5, shared: 0.6 };

/** Numbers of either text: years, days of two digits, quantities. Small numbers stand everywhere. */
export function numbersIn(passages: readonly Passage[]): Set<string> {
  const found = passages.flatMap(({ text, language }) => [
    ...digitNumbers(text, language),
    ...(language === 'zh' ? chineseNumbers(text) : []),
  ]);
  return new Set(found.flatMap(({ keys }) => keys.filter((key) => /^n:\d{2,}/u.test(key))));
}

/** Whether two texts are no versions of each other; `bound` is the greater share of characters with a sure partner. */
export function areUnrelated(a: readonly Passage[], b: readonly Passage[], bound: number): boolean {
  if (bound < BOUND) return true;
  const [one, other] = [numbersIn(a), numbersIn(b)];
  const fewer = Math.min(one.size, other.size);
  if (fewer < ENOUGH_NUMBERS) return false;
  const shared = one.intersection(other).size / fewer;
  return shared < FEW_SHARED || (bound < HALF.bound && shared < HALF.shared);
}

import type { SentencePlace } from '../../reading/unit.ts';

const LONGEST_TITLE = 14;
const SHORT_TITLE = 12;

/** Aspect, or both sides: said of an act, not of a heading ("3.2 进一步深化两军合作。两军…"). */
const ACTS = /进一步|继续|双方|两[国军党省市地].*。$/u;

/** "（一）加强组织领导。成立…", "三、保障措施": a short phrase above its text names it. */
export function isTitle(text: string, place: SentencePlace): boolean {
  if (text.length > LONGEST_TITLE || /[，；、]/.test(text) || ACTS.test(text)) return false;
  return !/[。；：]\s*$/.test(text) || (place.opensPassage === true && text.length <= SHORT_TITLE);
}

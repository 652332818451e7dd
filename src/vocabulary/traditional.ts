import { TextUnits, unitAt } from '../kernel/index.ts';
import table from './data/traditional.json' with { type: 'json' };

const FIRST = 0x3400;
const LAST = 0x9fff;
/** Of the Chinese characters of a traditional text about four in ten are written otherwise in a simplified one. */
const LEAST_SHARE = 0.08;
const LEAST = 4;

function buildSimplified(): Uint16Array {
  const simplified = new Uint16Array(LAST + 1 - FIRST);
  for (let at = 0; at < table.traditional.length; at++) {
    simplified[unitAt(table.traditional, at) - FIRST] = unitAt(table.simplified, at);
  }
  return simplified;
}

/** Words that converters and some regions write for others of the same length. */
const REGIONAL: Readonly<Record<string, string>> = {
  支援: '支持',
  透过: '通过',
  资讯: '信息',
  网路: '网络',
  软体: '软件',
};
const REGIONAL_WORD = new RegExp(Object.keys(REGIONAL).join('|'), 'gu');

let built: Uint16Array | null = null;
const texts = new TextUnits();

/**
 * A Chinese text in traditional characters with the simplified one for each, as long as the text, so that offsets hold; any
 * other text itself (one with a few traditional characters too, such as a name). For matching, not for showing.
 * Source of the characters: OpenCC, character by character.
 */
export function simplified(text: string): string {
  built ??= buildSimplified();
  const units = texts.of(text);
  const { length } = text;
  let [chinese, traditional] = [0, 0];
  for (let at = 0; at < length; at++) {
    const unit = units[at] as number;
    if (unit < FIRST || unit > LAST) continue;
    chinese += 1;
    if (built[unit - FIRST] !== 0) traditional += 1;
  }
  if (traditional < LEAST || traditional < LEAST_SHARE * chinese) return text;
  let plain = '';
  let kept = 0;
  for (let at = 0; at < length; at++) {
    const unit = units[at] as number;
    const to = unit < FIRST || unit > LAST ? 0 : (built[unit - FIRST] as number);
    if (to === 0) continue;
    plain += text.slice(kept, at) + String.fromCharCode(to);
    kept = at + 1;
  }
  return (plain + text.slice(kept)).replace(REGIONAL_WORD, (word) => REGIONAL[word] ?? word);
}

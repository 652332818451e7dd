import { isCue, isMark, type Token, verbOf } from '../../lexicon/token.ts';
import { bodyEnds, bodyNameEnd } from './body-name.ts';
import { type VerbGroup, verbGroupAt } from './verb-group.ts';

/** Verbs that say what a body in charge does, even where they are also nouns. */
const ASSIGNED_VERB: ReadonlySet<string> = new Set([
  'chủ trì',
  'lãnh đạo',
  'chỉ đạo',
  'phối hợp',
  'tham mưu',
  'tổ chức',
  'hướng dẫn',
  'xây dựng',
  'theo dõi',
  'báo cáo',
]);

/** What a body in charge makes, named straight behind ("chủ trì lập quy hoạch"). */
const MAKES = /^(?:lập|xây dựng|soạn thảo|biên soạn|thẩm định|trình|nghiên cứu|khảo sát|tổng hợp)$/u;

const REACH = 40;

/** "chủ trì, phối hợp với X, Y tổ chức …": the act that follows the bodies named; the group itself where none does. */
export function mainAct(tokens: readonly Token[], group: VerbGroup): VerbGroup {
  const next = isMark(tokens[group.next], ',') ? verbGroupAt(tokens, group.next + 1) : null;
  if (next !== null && !next.senses[0]?.verb.startsWith('phối hợp')) return next;
  for (let i = group.next; i < Math.min(group.next + REACH, tokens.length); i += 1) {
    const token = tokens[i] as Token;
    if (isMark(token, ';.')) break;
    const sense = token.enclosed || token.capital ? null : verbOf(token);
    if (sense === null || sense.verb.startsWith('phối hợp')) continue;
    const concerned = tokens[i - 1]?.word === 'quan' && tokens[i - 2]?.word === 'liên';
    const told = (concerned || endsBody(tokens[i - 1])) && tokens[i + 1]?.type === 'word';
    if (i === group.next && MAKES.test(sense.verb) && tokens[i + 1]?.type === 'word')
      return verbGroupAt(tokens, i) ?? group;
    if (sense.alsoNoun && !told && !ASSIGNED_VERB.has(sense.verb) && !bodyEnds(tokens).has(i)) continue;
    return verbGroupAt(tokens, i) ?? group;
  }
  return group;
}

const ASSIGNED_REACH = 60;

/** How bodies end that are named by their kind ("các tổ chức chính trị - xã hội", "các đồn biên phòng", "các xã ven sông"). */
const KIND_END =
  /(?:chính trị [-–] xã hội|biên giới|biên phòng|đoàn thể|trực thuộc|thuộc (?:bộ|tỉnh)|ven (?:sông|biển)|giáp biên|đối diện|trên địa bàn|nghề nghiệp|chức năng|ngang bộ|báo chí|cấp (?:xã|huyện|tỉnh)|liên quan|trung ương)$/iu;

function endsKind(tokens: readonly Token[], at: number): boolean {
  const before = tokens.slice(Math.max(0, at - 5), at);
  return KIND_END.test(before.map(({ word }) => word).join(' '));
}

/** Words that end the name of a body, so that even a verb that is also a noun tells what it is to do. */
function endsBody(before: Token | undefined): boolean {
  return (
    /(?:ủy|ubnd|tỉnh|liên quan)$/.test(before?.word ?? '') || (isCue(before, 'party') && !isCue(before, 'party-head'))
  );
}

/** "Giao X chủ trì …": where the act of the body begins that is named from `from` on; null where none does. */
export function assignedAct(
  tokens: readonly Token[],
  from: number,
): { readonly group: VerbGroup; readonly at: number } | null {
  for (
    let at = Math.max(from + 1, bodyNameEnd(tokens, from));
    at < Math.min(from + ASSIGNED_REACH, tokens.length);
    at += 1
  ) {
    const token = tokens[at] as Token;
    if (isMark(token, ';.')) break;
    if (token.enclosed || (token.capital && verbOf(token)?.alsoNoun)) continue;
    const group = verbGroupAt(tokens, at);
    if (group === null) continue;
    const before = tokens[at - 1];
    const sure = !group.senses[0]?.alsoNoun || group.manner;
    const told = endsBody(before) || bodyEnds(tokens).has(at) || endsKind(tokens, at);
    if (sure || before?.capital || ASSIGNED_VERB.has(token.word) || told) return { group, at };
  }
  return null;
}

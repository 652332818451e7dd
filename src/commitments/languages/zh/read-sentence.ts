import type { ReadSentence, SentenceReading } from '../../reading/unit.ts';
import { ChineseSentence } from './sentence.ts';

/** Letters of a word of saying or thinking: alone it holds no stance ("双方一致认为，将…"). */
const SAYING = 4;

/** "市委书记、市长甲出席会议", "全市推进会召开": a meeting, or who only attends it, and is told nothing by what follows. */
const CHAIRS =
  /(?:书记|[省市县区州镇乡]长|主任|局长|厅长|处长|主席|秘书长|同志)\p{Script=Han}{0,4}$|(?:班子成员|组成人员|参会人员|负责人|负责同志)$|(?<!委员|协|联合|商|理事|基金|工|学)会$/u;

/** Reads a Chinese sentence. Source: the annotation guide of joint statements (kinds, boundaries, strength). */
export const readChinese: ReadSentence = (text, place): SentenceReading => {
  const sentence = new ChineseSentence(text, place);
  sentence.read();
  const units = sentence.drafts.units().filter((unit) => unit.kind !== 'position' || unit.end - unit.start > SAYING);
  const { frame, sense } = sentence;
  const undertakes =
    sense === null
      ? (sentence.subject !== null || units[0]?.kind === 'commitment') && sentence.acts
      : (sense.kind === 'commitment' && sense.complement !== 'object') ||
        (sense.kind === 'support' && sentence.acts && units.at(-1)?.kind === 'commitment');
  return {
    units,
    governor: undertakes ? { id: frame?.id ?? 'bare', kind: 'commitment', complement: 'action' } : null,
    subject: units.length === 0 && CHAIRS.test(sentence.subject?.text ?? '') ? null : sentence.subject,
    names: null,
    title: sentence.title,
    announces: /[:：]\s*$/.test(text),
    reason: units.length > 0 ? '' : sentence.subject === null ? 'none:no-party' : 'none:no-action',
  };
};

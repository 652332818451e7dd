import type { ReadSentence, SentenceReading } from '../../reading/unit.ts';
import { ChineseSentence } from './sentence.ts';

/** Letters of a word of saying or thinking: alone it holds no stance ("双方一致认为，将…"). */
const SAYING = 4;

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
    subject: sentence.subject,
    names: null,
    title: sentence.title,
    announces: /[:：]\s*$/.test(text),
    reason: units.length > 0 ? '' : sentence.subject === null ? 'none:no-party' : 'none:no-action',
  };
};

import type { ReadSentence, SentenceReading } from '../../reading/unit.ts';
import { bodyAlone } from './body-alone.ts';
import { VietnameseSentence } from './sentence.ts';

/** Reads a Vietnamese sentence. Source: the annotation guide of joint statements (kinds, boundaries, strength). */
export const readVietnamese: ReadSentence = (text, place): SentenceReading => {
  const sentence = new VietnameseSentence(text, place);
  sentence.read();
  const units = sentence.drafts.units();
  const { frame, sense } = sentence;
  const governs = frame !== null && sense !== null && sense.kind === 'commitment' && sense.complement !== 'object';
  const bare = frame === null && sentence.acts && sentence.subject !== null;
  return {
    units,
    governor: governs
      ? { id: frame.id, kind: 'commitment', complement: 'action' }
      : bare
        ? { id: 'bare', kind: 'commitment', complement: 'action' }
        : null,
    subject: sentence.subject,
    names: units.length > 0 ? null : bodyAlone(text, sentence.tokens),
    announces: /:\s*$/.test(text),
    reason: units.length > 0 ? '' : sentence.subject === null ? 'none:no-party' : 'none:no-action',
  };
};

import type { ReadSentence, SentencePlace, SentenceReading } from '../../reading/unit.ts';
import { EnglishSentence } from './sentence.ts';
import { AGREED } from './sentence-words.ts';
import { partyAlone } from './stem.ts';

function readWith(text: string, place: SentencePlace, allowTo: boolean): EnglishSentence {
  const sentence = new EnglishSentence(text, place, allowTo);
  sentence.read();
  return sentence;
}

/** Reads an English sentence. Source: the annotation guide of joint statements (kinds, boundaries, strength). */
export const readEnglish: ReadSentence = (text, place): SentenceReading => {
  let sentence = readWith(text, place, false);
  if (sentence.drafts.count === 0 && /^to /i.test(text)) sentence = readWith(text, place, true);
  const read = sentence.drafts.units();
  const units = /\bto\s*:\s*$/.test(text)
    ? read.filter(({ start, end }) => !/\bto$/.test(text.slice(start, end)))
    : read;
  const { frame } = sentence;
  const governs =
    frame !== null &&
    ((frame.kind === 'commitment' && (frame.complement === 'action' || frame.complement === 'ing')) ||
      (AGREED.test(frame.id) && /\bthat\s*:\s*$/.test(text)));
  const goesOn = sentence.charges || (units.length > 0 && /\band:\s*$/.test(text));
  const names = goesOn ? sentence.subject : read.length > 0 ? null : partyAlone(text, sentence.tokens);
  return {
    units,
    governor: governs ? { id: frame.id, kind: 'commitment', complement: frame.complement } : null,
    subject: sentence.subject,
    names,
    announces: names !== null || /:\s*$/.test(text),
    reason: units.length > 0 ? '' : sentence.subject === null ? 'none:no-party' : 'none:no-action',
  };
};

import { everyMatch, type Language } from '../../kernel/index.ts';
import { kebab } from '../../vocabulary/index.ts';
import { type ActorHit, everyone } from './actor-hits.ts';
import type { AttributeContext } from './context.ts';

/** Offices that act for parties when leaders hand them a task: `their trade ministers`, `the central banks`. */
const OFFICIALS =
  /(?<![\p{L}-])((?:(?:foreign|finance|trade|economic|economy|energy|defen[cs]e|health|education|transport|agriculture|environment|labou?r|interior|justice|culture|tourism|digital|science|fisheries|customs|border|civil aviation|immigration|tax|police|railway|port|maritime|water|statistical|space|competition|central bank|senior|disaster management|law enforcement)(?: and (?:foreign|finance|trade|economic|energy|defen[cs]e|health|transport|environment|labou?r|technology|water|tourism))? ?)(?:ministers|ministries|officials|authorities|administrations|governors|agencies|chiefs|attachés)|central banks|navies|coast guards|chambers of commerce|national security advis[eo]rs|permanent secretaries)(?![\p{L}-])/giu;

/** Quick to look for: without one of these a text names no officials. */
const HEADS =
  /minist(?:ers|ries)|officials|authorities|administrations|governors|agencies|chiefs|attachés|banks|navies|guards|chambers|advis[eo]rs|secretaries/i;

/** Officials who meet are the parties of their own text: `The Foreign Ministers of A and B met`. */
function meet(office: string, context: AttributeContext): boolean {
  const noun = office.split(' ').at(-1) ?? office;
  return new RegExp(`(?<!\\p{L})${noun}(?!\\p{L})`, 'iu').test(context.document.text.slice(0, TITLE));
}
const TITLE = 160;

/** Officials a text names by what they are in charge of, with ids made of those words. */
export function officialHits(text: string, language: Language, context: AttributeContext): ActorHit[] {
  if (language !== 'en' || !HEADS.test(text)) return [];
  return everyMatch(OFFICIALS, text).map((match) => {
    const meeting = meet(match[0], context);
    return {
      start: match.index,
      end: match.index + match[0].length,
      ids: [meeting ? everyone(context) : kebab(match[0])],
      rule: meeting ? 'actors:all' : 'actors:unit',
    };
  });
}

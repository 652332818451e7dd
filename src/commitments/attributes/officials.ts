import type { Document } from '../../documents/index.ts';
import { asciiFirst, everyMatch, type Language } from '../../kernel/index.ts';
import { kebab } from '../../vocabulary/index.ts';
import { type ActorHit, everyone } from './actor-hits.ts';
import type { AttributeContext } from './context.ts';
import { remembered } from './remembered.ts';

/** Offices that act for parties when leaders hand them a task: `their trade ministers`, `the central banks`. */
const OFFICIALS = asciiFirst(
  /(?<![\p{L}-])((?:(?:foreign|finance|trade|economic|economy|energy|defen[cs]e|health|education|transport|agriculture|environment|labou?r|interior|justice|culture|tourism|digital|science|fisheries|customs|border|civil aviation|immigration|tax|police|railway|port|maritime|water|statistical|space|competition|central bank|senior|disaster management|law enforcement)(?: and (?:foreign|finance|trade|economic|energy|defen[cs]e|health|transport|environment|labou?r|technology|water|tourism))? ?)(?:ministers|ministries|officials|authorities|administrations|governors|agencies|chiefs|attachés)|central banks|navies|coast guards|chambers of commerce|national security advis[eo]rs|permanent secretaries)(?![\p{L}-])/giu,
);

/** Those told without their field, by whose they are: `our experts`, `their negotiators`. */
const OWN = asciiFirst(
  /(?<=(?<![\p{L}-])(?:our|their|respective|that|the two) )(?:(?:chief|lead|technical|legal) )?(?:experts|officials|negotiators|sherpas|regulators|focal points|ambassadors|special envoys|coordinators|representatives)(?![\p{L}-])/giu,
);

/** `the Ministries of Labour and Welfare`: bodies of one kind, named by their field behind. */
const OF_FIELD = asciiFirst(
  /(?<!\p{L})(Ministries|Ministers|Departments|Authorities|Agencies) (?:of|for) (?:the )?(\p{Lu}\p{L}+(?:(?:,? and |, | )\p{Lu}\p{L}+){0,4})/gu,
);

/** Quick to look for: without one of these a text names no officials. */
const HEADS =
  /minist(?:ers|ries)|officials|authorities|administrations|governors|agencies|chiefs|attachés|banks|navies|guards|chambers|advis[eo]rs|secretaries|departments|experts|negotiators|sherpas|regulators|focal points|ambassadors|envoys|coordinators|representatives/i;

/** A word before the noun of a title that says of what: `Foreign Ministers`, not `the Ministers`. */
const FIELD = /(\p{Lu}\p{L}+) $/u;
const NO_FIELD = /^(?:The|Of|All|Our|Member|Joint|Meeting)$/i;

/**
 * Officials who meet are the parties of their own text: `The Foreign Ministers of A and B met`. Those of another field than
 * the title has are not: foreign ministers told by prime ministers.
 */
function meet(office: string, { document }: AttributeContext): boolean {
  let known = MEETING.get(document);
  if (known === undefined) {
    const title = document.text.slice(0, TITLE);
    known = remembered(MOST, (words: string) => meetIn(words, title));
    MEETING.set(document, known);
  }
  return known(office);
}
const TITLE = 160;

/** Whether offices met so far are those of the title: they come back again and again. */
const MEETING = new WeakMap<Document, (office: string) => boolean>();
const MOST = 1000;

function meetIn(office: string, title: string): boolean {
  const noun = office.split(' ').at(-1) ?? office;
  return everyMatch(new RegExp(`(?<!\\p{L})${noun}(?!\\p{L})`, 'giu'), title).some(({ index }) => {
    const field = FIELD.exec(title.slice(0, index))?.[1];
    return field === undefined || NO_FIELD.test(field) || office.toLowerCase().includes(field.toLowerCase());
  });
}

/** Officials a text names by what they are in charge of, with ids made of those words. */
export function officialHits(text: string, language: Language, context: AttributeContext): ActorHit[] {
  if (language !== 'en' || !HEADS.test(text)) return [];
  const own = everyMatch(OWN, text).map((match) => named(match.index, match[0], kebab(match[0])));
  const ofField = everyMatch(OF_FIELD, text).map((match) =>
    meet(match[1] ?? '', context)
      ? null
      : named(match.index, match[0], `${kebab(match[2] ?? '')}-${(match[1] ?? '').toLowerCase()}`),
  );
  const byField = everyMatch(OFFICIALS, text).map((match) => {
    const meeting = meet(match[0], context);
    return {
      start: match.index,
      end: match.index + match[0].length,
      ids: [meeting ? everyone(context) : kebab(match[0])],
      rule: meeting ? 'actors:all' : 'actors:unit',
    };
  });
  return [...byField, ...own, ...ofField.filter((hit) => hit !== null)];
}

function named(start: number, words: string, id: string): ActorHit {
  return { start, end: start + words.length, ids: [id], rule: 'actors:unit' };
}

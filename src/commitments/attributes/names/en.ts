import type { NameRules } from './rule.ts';

const CAP = "[A-Z][\\w’'&./-]*";
const LINK = '(?:of|on|and|for|the|in|to|with|between|against|at|from|&)';
/** Capitalised words in front of a head noun: `the Vietnam-China Joint Vision`. */
const FRONT = `(?:\\d{4} )?(?:${CAP} (?:(?:of|and|&|for|on|to) )?){0,9}`;
/** After it: capitalised words, or a phrase opened by a preposition up to a mark or a new thought. */
const PHRASE =
  '(?: (?:on|of|between|for|concerning|against|regarding|to Combat|in the(?! (?:first|second|third|fourth|coming|next|near))|for the)(?:(?![,;:.](?:\\s|$)| (?:to (?!(?:the|Combat|Prevent))|in order|in accordance|in line|through|which|that|as|in (?:19|20)\\d\\d|in (?:(?:early|late|mid)[ -]|the (?:spring|summer|autumn|winter) )?(?:January|February|March|April|May|June|July|August|September|October|November|December)\\b|in (?:early|late|mid|spring|summer|autumn|winter)\\b|on \\d|as of|no later|not later|within|after|later|next year|this year|in the (?:first|second|third|fourth|coming|next)|before|from|until|will|is|are|was|were|has|have|by|at|and (?:to|further|welcome|agree|continue|promote|strengthen|related|other|support|its|their|irregular|affiliated)|with a view|towards|including|during|signed|so|while|ensuring|based|under)\\b)[^;"“”«»]){1,150})';
const INSTRUMENT =
  'Agreements?|Memorand(?:um|a) of (?:Understanding|Cooperation|Intent|Arrangement)|Memorand(?:um|a)|MoUs?|MOUs?|Plan(?: of Action)?|Declaration|Convention|Charter|Protocol|Treaty|Roadmap|Road Map|Strategy|Initiative|Code of Conduct|Joint Statement|Statement of Intent|Vision Statement|Vision|Framework|Arrangement|Programme of (?:Action|Work|Cooperation)|Work Programme|Agenda|Guidelines|Principles|Compact|Accord|Free Trade Area|Partnership Agreement|Letter of Intent|Action Plan|Pact';
const MECHANISM =
  'Committee|Commission|Working Groups?|Task Force|Dialogues?|Hotline|Conference|Forum|Consultations?|Meeting|Mechanism|Council|Summit|Workshops?|Exchanges|Expo|Fair|Festival|Alliance|Steering Group|Roundtable|Round Table|Secretariat|Contact Group|Network|Coalition|Senior Officials Meeting';
const PLACE = "[A-Z][\\p{L}’'-]+(?: (?:[A-Z][\\p{L}’'-]+|of|the|al|de)){0,3}";

export const en: NameRules = {
  instrument: new RegExp(
    `(?<![\\w-])${FRONT}(?:${INSTRUMENT})\\b(?: (?:${CAP}|\\([A-Z][\\w .-]*\\)|\\d{4}(?:-\\d{2,4})?|version \\d[\\d.]*))*${PHRASE}?(?: \\([A-Z][\\w .-]*\\))?`,
    'gu',
  ),
  mechanism: new RegExp(
    `(?<![\\w-])${FRONT}(?:${MECHANISM})\\b(?: (?:${CAP}|\\([A-Z][\\w .-]*\\)))*(?: mechanism)?${PHRASE}?|(?:(?:${CAP}|bilateral|consultation|negotiation|annual) )*(?:hotlines?|working groups?|annual diplomatic consultations|consultation mechanism|dialogue mechanism|negotiation mechanism)\\b${PHRASE}?`,
    'gu',
  ),
  places: [
    /(?<![\w-])((?:[A-Z][\p{L}’'-]+ ){1,3}(?:River(?: Estuary)?|Sea|Bay|Gulf|Strait|Straits|Island|Islands|Ocean|Peninsula|Waterfall|Canal|Delta|Lake|Basin|Corridor Port|Airport|International Airport|Port))(?![\w-])/gu,
    /(?<![\w-])((?:Gulf|Bay|Sea|Strait|Straits|Cape|Port|Isle) of [A-Z][\p{L}’'-]+(?: [A-Z][\p{L}’'-]+)?)/gu,
    /(?<![\w-])([A-Z][\p{L}’'-]+(?: [A-Z][\p{L}’'-]+){0,2}) (?:Province|Prefecture|City|State|Region|District|County|Governorate|Oblast|border crossing|checkpoint)(?![\w-])/gu,
    /(?<![\w-])(?:[Pp]rovinces? of|[Cc]it(?:y|ies) of|[Tt]own of|[Pp]refecture of|[Ss]tate of|[Pp]ort of) ([A-Z][\p{L}’'-]+(?: [A-Z][\p{L}’'-]+){0,2})/gu,
    /(?<![\w-])((?:[A-Z][\p{L}’'-]+ (?:- )?){1,5}(?:International )?[Bb]order [Gg]ates?)(?![\w-])/gu,
    /(?<![\w-])([Bb]order (?:markers?|posts?) \d[\d/.-]*)/gu,
    /(?<=\bfrom )([A-Z][\p{L}’'-]+(?: [A-Z][\p{L}’'-]+)?)(?= to [A-Z])/gu,
    /(?<=\bfrom [A-Z][\p{L}’'-]+(?: [A-Z][\p{L}’'-]+)? to )([A-Z][\p{L}’'-]+(?: [A-Z][\p{L}’'-]+)?)/gu,
  ],
  pairs: [
    new RegExp(`(${PLACE}) \\([A-Z][\\p{L} ]+\\) ?[-–—] ?${PLACE} \\(`, 'gu'),
    new RegExp(`\\([A-Z][\\p{L} ]+\\) ?[-–—] ?(${PLACE}) \\(`, 'gu'),
  ],
  instrumentWord:
    /(?:Agreement|Memorandum|Plan|Declaration|Convention|Charter|Protocol|Treaty|Statement|Strategy|Initiative|Code|Vision|Roadmap|Framework|Programme|Program|Platform|Belt|Partnership|Agenda|Certificate)/u,
  mechanismWord: /(?:Committee|Group|Dialogue|Hotline|Conference|Forum|Mechanism|Dragon|Contest|Festival)/u,
  never: new RegExp(
    `^(?:(?:The|This|These|A|An) )?(?:Communist|Central Committee|National Committee|Standing Committee|${LINK}\\b|(?:${INSTRUMENT})$|(?:${MECHANISM})$)`,
    'u',
  ),
};

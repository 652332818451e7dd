import type { Layout } from '../layouts/schema.ts';
import type { Paper } from '../model.ts';
import type { Grid, Line, Part, Rule, SettingCell } from '../setting.ts';
import { arrangeBody } from './body.ts';
import { BLANK, lettersOf, lineOf, ruleUnder, textWidth } from './lines.ts';
import { numberText, vietnameseDate } from './numbers.ts';

/** Share of the text's width that the issuer's column takes. */
const LEFT = 0.41;
/** Points that a signature and a seal need over the name. */
const SIGNING = 58;

/** A paper of a Vietnamese body, state or Party, in the order of its parts. */
export function vietnamesePaper(paper: Paper, layout: Layout): Part[] {
  return [
    layout.family === 'vn-party' ? partyHead(paper, layout) : stateHead(paper, layout),
    ...titleLines(paper, layout),
    ...addresseeLines(paper, layout),
    ...closing(arrangeBody(paper, layout)),
    foot(paper, layout),
  ];
}

/** The last words stay with the signature: nobody signs a page of nothing. */
function closing(parts: readonly Part[]): Part[] {
  const last = parts.at(-1);
  return last?.kind === 'line' ? [...parts.slice(0, -1), { ...last, keepNext: true }] : [...parts];
}

function columnsOf(layout: Layout): [number, number] {
  const left = Math.round(textWidth(layout) * LEFT);
  return [left, textWidth(layout) - left];
}

function issuerLines({ issuer }: Paper, layout: Layout): Line[] {
  const above = issuer.above === null ? [] : [lineOf(lettersOf(layout, 'above', placeKept(issuer.above)))];
  return [...above, lineOf(lettersOf(layout, 'issuer', placeKept(issuer.name)))];
}

/** Signs of a name that a line of the head holds. */
const LINE = 24;

/** A long name breaks before the place it is of, never within it, and leaves no word alone on its last line. */
function placeKept(name: string): string {
  if (name.length <= LINE) return name;
  const place = name.search(/(?<=\s)(?:tỉnh|thành phố|huyện|quận|xã|phường|thị xã|đặc khu)\s/iu);
  const whole = place > 0 && name.length - place <= LINE ? place : name.search(/\S+\s\S+$/u);
  return name.slice(0, whole) + name.slice(whole).replace(/\s/gu, '\u00a0');
}

function stateHead(paper: Paper, layout: Layout): Grid {
  const { words } = layout;
  const columns = columnsOf(layout);
  const motto = lettersOf(layout, 'motto', words.motto);
  const issuer = lettersOf(layout, 'issuer', paper.issuer.name);
  const nation = [lineOf(lettersOf(layout, 'nation', words.nation)), lineOf(motto), ruleUnder(motto, 1, columns[1])];
  return {
    ...{ kind: 'grid', purpose: 'head', columns },
    rows: [
      [cell([...issuerLines(paper, layout), ruleUnder(issuer, 0.4, columns[0])]), cell(nation)],
      [cell(numberLines(paper, layout)), cell([placeLine(paper, layout)])],
    ],
  };
}

function partyHead(paper: Paper, layout: Layout): Grid {
  const columns = columnsOf(layout);
  const nation = lettersOf(layout, 'nation', layout.words.nation);
  const left = [
    ...issuerLines(paper, layout),
    lineOf(lettersOf(layout, 'number', '*')),
    ...numberLines(paper, layout, 0),
  ];
  return {
    ...{ kind: 'grid', purpose: 'head', columns },
    rows: [[cell(left), cell([lineOf(nation), ruleUnder(nation, 1, columns[1]), placeLine(paper, layout)])]],
  };
}

function numberLines(paper: Paper, layout: Layout, before = 6): Line[] {
  const number = lineOf(lettersOf(layout, 'number', numberText(layout, paper)), { before });
  if (paper.typeName !== null) return [number];
  const subject = lettersOf(layout, 'dispatch-subject', `${layout.words.subject}${paper.subject}`);
  return [number, lineOf(subject, { before: 6 })];
}

function placeLine({ place, date }: Paper, layout: Layout): Line {
  return lineOf(lettersOf(layout, 'place', `${place || BLANK.repeat(10)}, ${vietnameseDate(date)}`), { before: 6 });
}

function titleLines(paper: Paper, layout: Layout): (Line | Rule)[] {
  if (paper.typeName === null) return [];
  const subject = lettersOf(layout, 'subject', paper.subject);
  const under: Line | Rule =
    layout.family === 'vn-party'
      ? lineOf(lettersOf(layout, 'subject', '-----'))
      : ruleUnder(subject, widthShare(paper.subject), textWidth(layout));
  return [
    lineOf(lettersOf(layout, 'type', paper.typeName), { role: 'title', before: 18, keepNext: true }),
    lineOf(subject, { keepNext: true, before: 2 }),
    under,
  ];
}

/** A rule of a third to a half of the line; of a subject over several lines, of one of them. */
function widthShare(subject: string): number {
  return subject.length > 60 ? 0.33 : 0.42;
}

/** One addressee stands on the line of the words; several each on their own below. */
function addresseeLines({ addressees }: Paper, layout: Layout): Line[] {
  const { addressee } = layout.words;
  if (addressees.length === 0) return [];
  const letters = (text: string) => lettersOf(layout, 'addressee', text);
  const [only] = addressees;
  if (addressees.length === 1)
    return [
      lineOf(letters(`${addressee} ${only}${layout.family === 'vn-party' ? ',' : '.'}`), { before: 12, after: 6 }),
    ];
  const list = addressees.map((one, index) =>
    lineOf(letters(`- ${one}${index === addressees.length - 1 ? '.' : layout.family === 'vn-party' ? ',' : ';'}`), {
      ...{ align: 'left', indent: 52, after: index === addressees.length - 1 ? 6 : 0 },
    }),
  );
  return [lineOf(letters(addressee), { align: 'left', indent: 30, before: 12 }), ...list];
}

function foot(paper: Paper, layout: Layout): Grid {
  const left = Math.round(textWidth(layout) * 0.47);
  return {
    ...{ kind: 'grid', purpose: 'foot', columns: [left, textWidth(layout) - left] },
    rows: [[cell(recipientLines(paper, layout)), cell(signatureLines(paper, layout))]],
  };
}

function recipientLines({ recipients, addressees }: Paper, layout: Layout): Line[] {
  const { words } = layout;
  const left = { align: 'left' } as const;
  const sign = layout.family === 'vn-party' ? ',' : ';';
  const list = recipients.map((one) => `- ${one}${sign}`);
  const copies = addressees.length === 0 || list.includes(words.copies) ? '' : words.copies;
  const lines = [copies, ...list, words.archive].filter((text) => text !== '');
  return [
    lineOf(lettersOf(layout, 'recipients-label', words.recipients), { ...left, before: 14 }),
    ...lines.map((text) => lineOf(lettersOf(layout, 'recipients', text), left)),
  ];
}

function signatureLines({ signatures }: Paper, layout: Layout): Line[] {
  return signatures.flatMap(({ authority, title, name }, index) => [
    ...(authority === null
      ? []
      : [lineOf(lettersOf(layout, 'authority', authority), { before: index === 0 ? 12 : 18 })]),
    lineOf(lettersOf(layout, 'sign-title', title ?? BLANK), { before: authority === null ? 12 : 0 }),
    lineOf(lettersOf(layout, 'name', name ?? BLANK), { before: SIGNING }),
  ]);
}

function cell(content: SettingCell['content']): SettingCell {
  return { content };
}

import type { Layout } from '../layouts/schema.ts';
import type { Paper } from '../model.ts';
import type { Line, Part } from '../setting.ts';
import { arrangeBody } from './body.ts';
import { BLANK, bodyLine, lettersOf, lineOf } from './lines.ts';
import { chineseDate, numberText } from './numbers.ts';

const RED = 'C00000';
/** A line of the body in points, and two characters' width in millimetres. */
const LINE = 28.9;
const TWO_SIGNS = 11.3;

/** A paper of a Chinese body: its name in red, number, red rule, title, to whom, body, signed and dated, copies. */
export function chinesePaper(paper: Paper, layout: Layout): Part[] {
  return [
    lineOf(lettersOf(layout, 'issuer', paper.issuer.name), { before: 40 }),
    lineOf(lettersOf(layout, 'number', numberText(layout, paper)), { before: LINE }),
    { kind: 'rule', length: 0, colour: RED, weight: 2, before: 9 },
    lineOf(lettersOf(layout, 'subject', paper.subject), {
      role: 'title',
      before: LINE,
      after: LINE,
      leading: { exact: 33 },
    }),
    ...addressees(paper, layout),
    ...arrangeBody(paper, layout),
    ...annexNote(paper, layout),
    ...signed(paper, layout),
    ...copies(paper, layout),
  ];
}

function addressees({ addressees: all }: Paper, layout: Layout): Line[] {
  if (all.length === 0) return [];
  return [bodyLine(layout, [lettersOf(layout, 'addressee', `${all.join('、')}：`)], { firstLine: 0 })];
}

function annexNote({ annexes }: Paper, layout: Layout): Line[] {
  return annexes.map(({ title }, index) => {
    const number = annexes.length > 1 ? `${index + 1}. ` : '';
    const text = `${index === 0 ? '附件：' : BLANK.repeat(6)}${number}${title}`;
    return bodyLine(layout, [lettersOf(layout, 'body', text)], { before: index === 0 ? LINE : 0 });
  });
}

function signed({ issuer, date, signatures }: Paper, layout: Layout): Line[] {
  const right = { align: 'right', firstLine: 0 } as const;
  const after = BLANK.repeat(8);
  const name = signatures.find((one) => one.name !== null);
  const signer = name === undefined ? [] : [`${name.title ?? ''}${BLANK.repeat(2)}${name.name}`];
  return [issuer.name, ...signer, chineseDate(date)].map((text, index) =>
    bodyLine(layout, [lettersOf(layout, 'body', `${text}${after}`)], { ...right, before: index === 0 ? LINE * 2 : 0 }),
  );
}

function copies({ recipients }: Paper, layout: Layout): Part[] {
  if (recipients.length === 0) return [];
  const letters = lettersOf(layout, 'recipients', `${layout.words.recipients}${recipients.join('，')}。`);
  return [
    { kind: 'rule', length: 0 },
    lineOf(letters, { align: 'left', indent: TWO_SIGNS / 2, before: 4, after: 4 }),
    { kind: 'rule', length: 0 },
  ];
}

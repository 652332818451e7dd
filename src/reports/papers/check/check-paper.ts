import type { CheckName, Layout } from '../layouts/schema.ts';
import * as body from './checks-body.ts';
import * as foot from './checks-foot.ts';
import * as head from './checks-head.ts';
import * as page from './checks-page.ts';
import { findParts, type SeenParts } from './find-parts.ts';
import { type Fault, lookFaults } from './look-checks.ts';
import type { Deviation, SeenWord } from './model.ts';

type Check = (word: SeenWord, parts: SeenParts, layout: Layout) => Fault[];

/** Each check by its name; a layout says which of them are rules of it, and which clause asks for each. */
const ALL: Readonly<Record<Exclude<CheckName, 'one-page'>, Check>> = {
  'page-size': page.pageSize,
  'margin-top': (word, _, layout) => page.margin('top')(word, layout),
  'margin-bottom': (word, _, layout) => page.margin('bottom')(word, layout),
  'margin-left': (word, _, layout) => page.margin('left')(word, layout),
  'margin-right': (word, _, layout) => page.margin('right')(word, layout),
  font: (word, _, layout) => page.font(word, layout),
  colour: page.colour,
  nation: (_, parts, layout) => head.nation(parts, layout),
  'nation-look': (_, parts, layout) => there(parts.nation, () => lookFaults(layout, 'nation', parts.nation, 'center')),
  motto: (_, parts, layout) => head.motto(parts, layout),
  'motto-look': (_, parts, layout) => there(parts.motto, () => lookFaults(layout, 'motto', parts.motto, 'center')),
  'motto-rule': (word, parts, { family }) => head.ruledUnder(word, family === 'vn-party' ? parts.nation : parts.motto),
  'issuer-look': (_, parts, layout) => lookFaults(layout, 'issuer', parts.issuer, 'center'),
  'issuer-rule': head.issuerRule,
  'number-form': (_, parts, layout) => head.numberForm(parts, layout),
  'number-look': (_, parts, layout) => there(parts.number, () => lookFaults(layout, 'number', parts.number)),
  'place-form': (_, parts, layout) => head.placeForm(parts, layout),
  'place-look': (_, parts, layout) => there(parts.place, () => lookFaults(layout, 'place', parts.place)),
  'type-look': (_, parts, layout) => there(parts.type, () => lookFaults(layout, 'type', parts.type, 'center')),
  'subject-look': (_, parts, layout) =>
    there(parts.subject, () => lookFaults(layout, 'subject', parts.subject, 'center')),
  'subject-rule': head.subjectRule,
  'dispatch-subject': (_, parts, layout) => head.dispatchSubject(parts, layout),
  addressee: (_, parts, layout) => body.addressee(parts, layout),
  grounds: (_, parts, layout) => body.grounds(parts, layout),
  'body-size': (_, parts, layout) => body.bodySize(parts, layout),
  'body-justified': (_, parts) => body.bodyJustified(parts),
  'first-line': (_, parts, layout) => body.firstLine(parts, layout),
  'paragraph-space': (_, parts, layout) => body.paragraphSpace(parts, layout),
  'line-space': (_, parts, layout) => body.lineSpace(parts, layout),
  'body-end': (_, parts, layout) => body.bodyEnd(parts, layout),
  authority: (_, parts, layout) => foot.authority(parts, layout),
  'authority-look': (_, parts, layout) => foot.authorityLook(parts, layout),
  'name-look': (_, parts, layout) => foot.nameLook(parts, layout),
  'no-academic-title': (_, parts) => foot.noAcademicTitle(parts),
  'recipients-label': (_, parts, layout) => foot.recipientsLabel(parts, layout),
  'recipients-list': (_, parts, layout) => foot.recipientsList(parts, layout),
  'recipients-end': (_, parts, layout) => foot.recipientsEnd(parts, layout),
  'page-number': (word, _, layout) => page.pageNumber(word, layout),
  'page-number-first': page.pageNumberFirst,
  'annex-label': (word, parts, layout) => foot.annexLabel(parts, layout, word.sections.length > 1),
  'annex-landscape': page.annexLandscape,
  'table-head': page.tableHead,
  'table-rows': page.tableRows,
  order: head.order,
};

function there(part: object | null, faults: () => Fault[]): Fault[] {
  return part === null ? [] : faults();
}

/**
 * What of a Word file is not as the rules of a layout have it; each deviation names its rule.
 * A number or day left open, as in a draft, is no deviation.
 */
export function checkPaper(word: SeenWord, layout: Layout): Deviation[] {
  const parts = findParts(word, layout);
  return layout.rules.flatMap(({ check, rule, clause }) =>
    check === 'one-page' ? [] : ALL[check](word, parts, layout).map((fault) => ({ check, rule, clause, ...fault })),
  );
}

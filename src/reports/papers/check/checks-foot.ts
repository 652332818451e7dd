import type { Layout } from '../layouts/schema.ts';
import type { SeenParts } from './find-parts.ts';
import { type Fault, lookFaults, quoted, span, within } from './look-checks.ts';

/** The mark before the signer's title, with its full stop or its slash. */
export function authority({ authority: found }: SeenParts, { words }: Layout): Fault[] {
  if (found === null) return [];
  const text = found.text.trim();
  return words.authorities.some((mark) => text.startsWith(`${mark} `))
    ? []
    : [{ found: quoted(found), wanted: words.authorities.join(' '), where: quoted(found) }];
}

export function authorityLook({ authority: found }: SeenParts, layout: Layout): Fault[] {
  return found === null ? [] : lookFaults(layout, 'authority', found, 'center');
}

export function nameLook({ name }: SeenParts, layout: Layout): Fault[] {
  return name === null ? [] : lookFaults(layout, 'name', name);
}

const ACADEMIC = /^(?:GS|PGS|TS|ThS|CN|KS|BS|GS\.?TS|PGS\.?TS)\b\.?/u;

export function noAcademicTitle({ name }: SeenParts): Fault[] {
  const text = name?.text.trim() ?? '';
  return ACADEMIC.test(text)
    ? [{ found: text, wanted: text.replace(/^(?:(?:GS|PGS|TS|ThS|CN|KS|BS)\.?\s*)+/u, ''), where: text }]
    : [];
}

export function recipientsLabel({ recipientsLabel: found }: SeenParts, layout: Layout): Fault[] {
  return lookFaults(layout, 'recipients-label', found);
}

export function recipientsList({ recipients }: SeenParts, layout: Layout): Fault[] {
  const { size } = layout.looks.recipients;
  if (recipients.length === 0)
    return layout.family === 'cn' ? [] : [{ found: '', wanted: span(size, 'pt'), where: '' }];
  const wrong = recipients.find(({ runs }) => runs.some((run) => run.text.trim() !== '' && !within(run.size, size)));
  return wrong === undefined
    ? []
    : [{ found: `${wrong.runs[0]?.size ?? ''} pt`, wanted: span(size, 'pt'), where: quoted(wrong) }];
}

/** The last line says where it is kept, and ends with a full stop. */
export function recipientsEnd({ recipients }: SeenParts, { family }: Layout): Fault[] {
  const last = recipients.at(-1);
  if (last === undefined) return [];
  const form = family === 'vn-party' ? /^-? ?Lưu\s[^:]+\.$/u : /^- Lưu: VT(?:, [^.]+)?\.$/u;
  return form.test(last.text.trim())
    ? []
    : [
        {
          found: quoted(last),
          wanted: family === 'vn-party' ? '- Lưu Văn phòng ….' : '- Lưu: VT, ….',
          where: quoted(last),
        },
      ];
}

export function annexLabel({ annexLabel: found }: SeenParts, layout: Layout, hasAnnex: boolean): Fault[] {
  if (!hasAnnex) return [];
  return lookFaults(layout, 'annex-label', found, layout.family === 'cn' ? undefined : 'center');
}

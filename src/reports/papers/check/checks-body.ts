import type { Layout } from '../layouts/schema.ts';
import type { SeenParts } from './find-parts.ts';
import { type Fault, lookFaults, measured, quoted, span, within } from './look-checks.ts';
import type { SeenParagraph } from './model.ts';

/** The first paragraph of the body that is not as it should be. */
function first(parts: SeenParts, fault: (paragraph: SeenParagraph) => Fault[]): Fault[] {
  for (const paragraph of parts.body) {
    const found = fault(paragraph);
    if (found.length > 0) return found;
  }
  return [];
}

export function bodySize(parts: SeenParts, { looks }: Layout): Fault[] {
  return first(parts, (paragraph) => {
    const run = paragraph.runs.find(({ text, size }) => text.trim() !== '' && !within(size, looks.body.size));
    return run === undefined
      ? []
      : [{ found: `${run.size} pt`, wanted: span(looks.body.size, 'pt'), where: quoted(paragraph) }];
  });
}

export function bodyJustified(parts: SeenParts): Fault[] {
  return first(parts, (paragraph) =>
    paragraph.align === 'both' ? [] : [{ found: paragraph.align, wanted: 'both', where: quoted(paragraph) }],
  );
}

export function firstLine(parts: SeenParts, { paragraph: rule }: Layout): Fault[] {
  return first(parts, (paragraph) => measured(paragraph.firstLine, rule.firstLine, 'mm', quoted(paragraph)));
}

/** Space between paragraphs: after one, or before the next. */
export function paragraphSpace(parts: SeenParts, { paragraph: rule }: Layout): Fault[] {
  return first(parts, (paragraph) => {
    const space = Math.max(paragraph.before, paragraph.after);
    return space >= rule.before.min - 0.35
      ? []
      : [{ found: `${space} pt`, wanted: `≥ ${rule.before.min} pt`, where: quoted(paragraph) }];
  });
}

export function lineSpace(parts: SeenParts, { paragraph: rule }: Layout): Fault[] {
  return first(parts, ({ line, ...paragraph }) => {
    const where = quoted({ line, ...paragraph });
    if ('exact' in rule.leading) {
      if (line.rule === 'auto') return [{ found: `${line.value} ×`, wanted: span(rule.leading.exact, 'pt'), where }];
      return measured(line.value, rule.leading.exact, 'pt', where);
    }
    const times =
      line.rule === 'auto' ? line.value : line.value / Math.max(1, ...paragraph.runs.map(({ size }) => size)) / 1.15;
    const { min, max } = rule.leading.times;
    return times >= min - 0.02 && times <= max + 0.02
      ? []
      : [{ found: `${Math.round(times * 100) / 100} ×`, wanted: `${min}–${max} ×`, where }];
  });
}

/** How the last words of the body end. */
export function bodyEnd({ body }: SeenParts, { words }: Layout): Fault[] {
  const last = body.at(-1);
  if (last === undefined) return [{ found: '', wanted: words.bodyEnd, where: '' }];
  const text = last.text.trim();
  const right = text.endsWith(words.bodyEnd) && (words.bodyEnd !== '.' || !text.endsWith('./.'));
  return right ? [] : [{ found: text.slice(-3), wanted: words.bodyEnd, where: quoted(last) }];
}

/** Grounds are italic and end with a semicolon, the last with a full stop. */
export function grounds({ body }: SeenParts, layout: Layout): Fault[] {
  const all = body.filter(({ text }) => /^Căn cứ /u.test(text.trim()));
  return all
    .flatMap((paragraph, index): Fault[] => {
      const end = index === all.length - 1 ? '.' : ';';
      if (!paragraph.text.trim().endsWith(end))
        return [{ found: paragraph.text.trim().slice(-1), wanted: end, where: quoted(paragraph) }];
      return lookFaults(layout, 'grounds', paragraph);
    })
    .slice(0, 1);
}

export function addressee(parts: SeenParts, layout: Layout): Fault[] {
  const { addressee: found, type } = parts;
  if (found === null) return type === null ? [{ found: '', wanted: layout.words.addressee, where: '' }] : [];
  return lookFaults(layout, 'addressee', found);
}

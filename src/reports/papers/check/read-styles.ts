import { type XmlNode, xml } from '../../../documents/index.ts';
import type { SeenParagraph, SeenRun } from './model.ts';

const { attribute, child, descendants } = xml;

export type RunLook = Omit<SeenRun, 'text'>;
export type ParagraphLook = Pick<SeenParagraph, 'align' | 'firstLine' | 'before' | 'after' | 'line'>;

const RUN: RunLook = {
  ...{ size: 10, bold: false, italic: false, underline: false, caps: false },
  ...{ colour: 'auto', latin: null, eastAsian: null },
};
const PARAGRAPH: ParagraphLook = {
  ...{ align: 'left', firstLine: 0, before: 0, after: 0 },
  line: { rule: 'auto', value: 1 },
};

/** Millimetres in a twentieth of a point. */
export const TWIP = 25.4 / 1440;

/** What the styles of a file give to letters and paragraphs. */
export interface Styles {
  paragraph(id: string | null): readonly [ParagraphLook, RunLook];
  /** A run of a paragraph: a style of its own lies over the paragraph's. */
  run(base: RunLook, id: string | null): RunLook;
}

export function readStyles(text: string | undefined): Styles {
  const root = text === undefined ? undefined : xml.parseXml(text);
  const defaults = root === undefined ? undefined : descendants(root, 'w:docDefaults')[0];
  const style = new Map(
    (root === undefined ? [] : descendants(root, 'w:style')).map((one) => [attribute(one, 'w:styleId'), one]),
  );
  const run = runOver(RUN, child(child(defaults, 'w:rPrDefault'), 'w:rPr'));
  const paragraph = paragraphOver(PARAGRAPH, child(child(defaults, 'w:pPrDefault'), 'w:pPr'));
  const normal =
    [...style].find(
      ([, one]) => attribute(one, 'w:type') === 'paragraph' && isOn(attribute(one, 'w:default') ?? '0'),
    )?.[0] ?? null;
  const chain = (id: string | null): XmlNode[] => {
    const found: XmlNode[] = [];
    for (let at = id === null ? undefined : style.get(id); at !== undefined && !found.includes(at); ) {
      found.unshift(at);
      const based: string | null = value(child(at, 'w:basedOn'));
      at = based === null ? undefined : style.get(based);
    }
    return found;
  };
  return {
    paragraph: (id) =>
      chain(id ?? normal).reduce<readonly [ParagraphLook, RunLook]>(
        ([own, letters], one) => [paragraphOver(own, child(one, 'w:pPr')), runOver(letters, child(one, 'w:rPr'))],
        [paragraph, run],
      ),
    run: (base, id) => chain(id).reduce((look, one) => runOver(look, child(one, 'w:rPr')), base),
  };
}

export function value(node: XmlNode | undefined): string | null {
  return node === undefined ? null : attribute(node, 'w:val');
}

function isOn(text: string | null): boolean {
  return text === null || !['0', 'false', 'off', 'none'].includes(text);
}

/** Properties of letters laid over others. */
export function runOver(look: RunLook, props: XmlNode | undefined): RunLook {
  if (props === undefined) return look;
  const at = (name: string) => child(props, name);
  const flag = (name: string, known: boolean) => (at(name) === undefined ? known : isOn(value(at(name))));
  const fonts = at('w:rFonts');
  const size = value(at('w:sz'));
  return {
    size: size === null ? look.size : Number(size) / 2,
    bold: flag('w:b', look.bold),
    italic: flag('w:i', look.italic),
    underline: at('w:u') === undefined ? look.underline : value(at('w:u')) !== 'none',
    caps: flag('w:caps', look.caps),
    colour: value(at('w:color')) ?? look.colour,
    latin: (fonts && (attribute(fonts, 'w:ascii') ?? attribute(fonts, 'w:hAnsi'))) ?? look.latin,
    eastAsian: (fonts && attribute(fonts, 'w:eastAsia')) ?? look.eastAsian,
  };
}

/** Properties of a paragraph laid over others. */
export function paragraphOver(look: ParagraphLook, props: XmlNode | undefined): ParagraphLook {
  if (props === undefined) return look;
  const [space, indent] = [child(props, 'w:spacing'), child(props, 'w:ind')];
  const number = (node: XmlNode | undefined, name: string) => {
    const text = node === undefined ? null : attribute(node, name);
    return text === null ? null : Number(text);
  };
  const first = number(indent, 'w:firstLine');
  const line = number(space, 'w:line');
  return {
    align: value(child(props, 'w:jc')) ?? look.align,
    firstLine: first === null ? look.firstLine : first * TWIP,
    before: (number(space, 'w:before') ?? look.before * 20) / 20,
    after: (number(space, 'w:after') ?? look.after * 20) / 20,
    line: line === null ? look.line : lineOf(line, space && attribute(space, 'w:lineRule')),
  };
}

function lineOf(line: number, rule: string | null | undefined): ParagraphLook['line'] {
  if (rule === 'exact' || rule === 'atLeast') return { rule, value: line / 20 };
  return { rule: 'auto', value: line / 240 };
}

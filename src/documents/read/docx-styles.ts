import { value } from './docx-numbering.ts';
import { attribute, child, children, type Node } from './dom.ts';

/** What a paragraph style says about structure. */
export interface Style {
  readonly heading: boolean;
  readonly list: { readonly id: string; readonly depth: number } | null;
}

const PLAIN: Style = { heading: false, list: null };

/** The paragraph styles of a Word file by id, each with what it inherits. */
export function readStyles(root: Node | undefined): (id: string | null) => Style {
  const nodes = new Map<string, Node>();
  for (const style of root ? children(root, 'w:style') : []) nodes.set(attribute(style, 'w:styleId') ?? '', style);
  const known = new Map<string, Style>();
  const read = (id: string, depth: number): Style => {
    const before = known.get(id);
    if (before) return before;
    const style = nodes.get(id);
    if (!style || depth > 20) return PLAIN;
    const parent = value(child(style, 'w:basedOn'));
    const inherited = parent ? read(parent, depth + 1) : PLAIN;
    const properties = child(style, 'w:pPr');
    const name = (value(child(style, 'w:name')) ?? id).toLowerCase();
    const found: Style = {
      heading:
        inherited.heading ||
        /^(?:heading \d|title|subtitle)$/.test(name) ||
        child(properties, 'w:outlineLvl') !== undefined,
      list: listOf(properties) ?? inherited.list,
    };
    known.set(id, found);
    return found;
  };
  return (id) => (id === null ? PLAIN : read(id, 0));
}

/** The list a paragraph's or style's properties put it in. */
export function listOf(properties: Node | undefined): Style['list'] {
  const list = child(properties, 'w:numPr');
  const id = value(child(list, 'w:numId'));
  return id === null ? null : { id, depth: Number(value(child(list, 'w:ilvl')) ?? 0) };
}

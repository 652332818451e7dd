import type { Language, Span } from '../../kernel/index.ts';
import type { AknInput, AknProvision } from './model.ts';
import { type Mark, Runs } from './runs.ts';
import { attributes } from './xml.ts';

/** Elements of the hierarchy by the abbreviation an eId ends in (naming convention, part 2). */
const ELEMENTS: Readonly<Record<string, string>> = {
  art: 'article',
  chp: 'chapter',
  part: 'part',
  sec: 'section',
  para: 'paragraph',
  point: 'point',
  indent: 'indent',
};

interface Branch {
  readonly provision: AknProvision;
  readonly eId: string;
  /** From its first character to the next provision, so that the branches hold the whole text. */
  readonly chunk: Span;
  readonly children: Branch[];
}

/** The parts of a document that hold its words, and how many characters XML could not hold as they are. */
export interface AknBody {
  readonly xml: string;
  readonly marked: number;
}

/** Writes `preface` (the headings the text begins with) and `mainBody`; all characters of the text stand in them once. */
export function writeBody(input: AknInput, commitments: readonly Mark[]): AknBody {
  const { outer, inner } = parted(input.provisions);
  const asides = inner.map(({ provision, eId }): Mark => ({ ...provision.span, name: provision.role, eId }));
  const runs = new Runs(input.text, input.pages, [...asides, ...commitments]);
  const writer = new BodyWriter(runs, input.language);
  const flat = chunks(outer, input.text.length);
  const opening = prefaceLength(flat);
  const preface = flat.slice(0, opening).map((branch) => writer.title(branch));
  const body =
    flat.length === 0
      ? `      <p>${runs.write({ start: 0, end: input.text.length })}</p>\n`
      : nested(flat.slice(opening))
          .map((branch) => writer.branch(branch, 3, input.language))
          .join('');
  const space = attributes({ 'xml:lang': input.language, 'xml:space': 'preserve' });
  const head = opening === 0 ? '' : `    <preface${space}>\n${preface.join('')}    </preface>\n`;
  return { xml: `${head}    <mainBody${space}>\n${body}    </mainBody>\n`, marked: runs.marked };
}

interface Named {
  readonly provision: AknProvision;
  readonly eId: string;
}

/** Provisions that stand inside the words of another (a page number in a sentence) become inline elements of it. */
function parted(provisions: readonly AknProvision[]): { outer: Named[]; inner: Named[] } {
  const outer: Named[] = [];
  const inner: Named[] = [];
  const used = new Set<string>();
  let end = 0;
  for (const provision of [...provisions].sort((a, b) => a.span.start - b.span.start || a.index - b.index)) {
    const named = { provision, eId: uniqueId(provision.eId, used) };
    if (provision.span.start < end) inner.push(named);
    else {
      outer.push(named);
      end = provision.span.end;
    }
  }
  return { outer, inner };
}

/** An eId may hold no blank. */
function uniqueId(eId: string, used: Set<string>): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they have no place in an id
  const base = eId.replace(/[\s\u0000-\u001f]+/g, '-') || 'para';
  let id = base;
  for (let count = 2; used.has(id); count++) id = `${base}~${count}`;
  used.add(id);
  return id;
}

function chunks(outer: readonly Named[], length: number): Branch[] {
  return outer.map(({ provision, eId }, i) => {
    const start = i === 0 ? 0 : provision.span.start;
    return { provision, eId, chunk: { start, end: outer[i + 1]?.provision.span.start ?? length }, children: [] };
  });
}

/** How many headings without a number open the text; one passage at least stays for the body. */
function prefaceLength(flat: readonly Branch[]): number {
  const parents = new Set(flat.map(({ provision }) => provision.parent));
  let length = 0;
  let headings = 0;
  for (const { provision } of flat) {
    const { role, marker, parent, index } = provision;
    const opens = role === 'heading' && marker === null && parent === null && !parents.has(index);
    if (!opens && role !== 'furniture') break;
    length += 1;
    if (opens) headings = length;
  }
  return Math.min(headings, flat.length - 1);
}

/** The tree in the order of the text. Furniture stands where it is met and is nobody's parent. */
function nested(flat: readonly Branch[]): Branch[] {
  const roots: Branch[] = [];
  let open: Branch[] = [];
  for (const branch of flat) {
    const { role, parent } = branch.provision;
    if (role !== 'furniture') {
      const at = open.findIndex(({ provision }) => provision.index === parent);
      open = open.slice(0, at + 1);
    }
    (open.at(-1)?.children ?? roots).push(branch);
    if (role !== 'furniture') open.push(branch);
  }
  return roots;
}

class BodyWriter {
  private readonly runs: Runs;
  private readonly language: Language;

  constructor(runs: Runs, language: Language) {
    this.runs = runs;
    this.language = language;
  }

  title({ provision, eId, chunk }: Branch): string {
    const words = this.runs.write(chunk);
    const named = attributes({ eId, ...languageOf(provision, this.language) });
    if (provision.role === 'furniture') return `      <p${named}><inline name="furniture">${words}</inline></p>\n`;
    return `      <p${named}><docTitle>${words}</docTitle></p>\n`;
  }

  branch({ provision, eId, chunk, children }: Branch, depth: number, around: Language): string {
    const { role, marker } = provision;
    const indent = '  '.repeat(depth);
    const [element, name] = elementOf(provision, eId);
    const own = languageOf(provision, around);
    const split = marker && role !== 'furniture' && marker.end <= chunk.end ? marker.end : chunk.start;
    let inside = '';
    if (split > chunk.start) inside += `${indent}  <num>${this.runs.write({ start: chunk.start, end: split })}</num>\n`;
    const words = this.runs.write({ start: split, end: chunk.end });
    if (role === 'heading') inside += `${indent}  <heading>${words}</heading>\n`;
    else {
      const holder = children.length > 0 ? 'intro' : 'content';
      inside += `${indent}  <${holder}${attributes({ eId: `${eId}__${holder}` })}><p>${words}</p></${holder}>\n`;
    }
    const language = own['xml:lang'] ?? around;
    for (const child of children) inside += this.branch(child, depth + 1, language);
    return `${indent}<${element}${attributes({ name, eId, ...own })}>\n${inside}${indent}</${element}>\n`;
  }
}

function languageOf({ language }: AknProvision, around: Language): { 'xml:lang'?: Language } {
  return language === around || language === 'und' ? {} : { 'xml:lang': language };
}

function elementOf({ role, marker }: AknProvision, eId: string): readonly [string, string | null] {
  const last = eId.slice(eId.lastIndexOf('__') + 1);
  const element = ELEMENTS[/^_?([a-z]+)_/.exec(last)?.[1] ?? ''];
  if (role !== 'furniture' && element !== undefined) return [element, null];
  return ['hcontainer', role === 'heading' && marker !== null ? 'annex' : role];
}

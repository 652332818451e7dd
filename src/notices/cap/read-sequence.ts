import type { XmlElement } from '../xml/read-xml.ts';
import { type CapElement, SIGNATURE_NAMESPACE } from './elements.ts';
import { type CapFinding, type CapPlace, type CapRule, capFinding } from './rules.ts';

/** One element as it stands in the file, under the path findings name. */
export interface Found extends CapPlace {
  readonly element: XmlElement;
}

const SCHEMA_INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance';

/** Gathers what was found on the way, and where each element stands. */
export class CapReport {
  readonly findings: CapFinding[] = [];
  readonly #places = new Map<string, CapPlace>();

  at(found: Found): void {
    this.#places.set(found.path, found);
  }

  say(rule: CapRule, place: CapPlace, details: Readonly<Record<string, string | number>> = {}): void {
    this.findings.push(capFinding(rule, place, details));
  }

  /** The place of a path; of the nearest element around it where the path itself is not in the file. */
  locate = (path: string): CapPlace => {
    for (let outer = path; outer !== ''; outer = outer.slice(0, Math.max(0, outer.lastIndexOf('/')))) {
      const place = this.#places.get(outer);
      if (place) return { path, line: place.line, column: place.column };
    }
    return { path, line: 0, column: 0 };
  };
}

/**
 * Holds the children of an element to a sequence of the schema: each known, in its place, as often as it may be, and
 * none missing. Gives them by name; signatures of XML under `Signature`.
 */
export function readSequence(parent: Found, elements: readonly CapElement[], report: CapReport): Map<string, Found[]> {
  const found = new Map<string, Found[]>();
  let reached = 0;
  checkAround(parent, report);
  for (const child of parent.element.children) {
    const index = orderOf(child, parent, elements);
    const many = index === elements.length || elements[index]?.many === true;
    const before = found.get(child.name)?.length ?? 0;
    const path = `${parent.path}/${child.name}${many ? `[${before + 1}]` : ''}`;
    const place: Found = { element: child, path, line: child.line, column: child.column };
    if (index < 0) {
      report.say('element-unknown', place, { name: child.name, parent: parent.element.name });
      continue;
    }
    report.at(place);
    if (index < reached) report.say('element-order', place, { name: child.name });
    else if (before > 0 && !many) report.say('element-repeated', place, { name: child.name });
    reached = Math.max(reached, index);
    found.set(child.name, [...(found.get(child.name) ?? []), place]);
  }
  for (const { name, min } of elements)
    if (min === 1 && !found.has(name)) report.say('element-missing', parent, { name, parent: parent.element.name });
  return found;
}

/** The place of an element in the sequence; behind the last one for a signature of the alert; -1 if it has none. */
function orderOf(child: XmlElement, parent: Found, elements: readonly CapElement[]): number {
  if (child.space === SIGNATURE_NAMESPACE) return parent.path === 'alert' ? elements.length : -1;
  if (child.space !== parent.element.space) return -1;
  return elements.findIndex(({ name }) => name === child.name);
}

function checkAround(found: Found, report: CapReport): void {
  const stray = found.element.text.trim();
  if (stray !== '') report.say('text-stray', found, { text: short(stray), parent: found.element.name });
  checkAttributes(found, report);
}

/** CAP gives no attribute to any element; only those of schema instances and of XML itself are let through. */
export function checkAttributes(found: Found, report: CapReport): void {
  for (const { name, uri, prefix } of found.element.attributes)
    if (uri !== SCHEMA_INSTANCE && prefix !== 'xml') report.say('attribute-unknown', found, { name });
}

/** Words for a finding, cut to what a line can hold. */
export function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

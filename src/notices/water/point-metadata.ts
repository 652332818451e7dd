import { attribute, type XmlElement } from '../xml/read-xml.ts';
import { lastWord } from './measures.ts';
import type { WaterPoint } from './model.ts';
import { child, hrefWord } from './xml-paths.ts';

/** Whether an element says that it holds nothing (`xsi:nil`), or a value that no number can stand for. */
export function isNil(value: XmlElement): boolean {
  return ['true', '1'].includes(attribute(value, 'nil') ?? '') || value.text.trim() === 'NaN';
}

/** UCUM code, else the last word of the address. */
export function unitOf(about: XmlElement): string {
  const uom = child(about, 'uom');
  if (!uom) return '';
  return attribute(uom, 'code') ?? (lastWord(attribute(uom, 'href') ?? '') || attribute(uom, 'title') || '');
}

/** Whether the instrument could not tell, and on which side. */
export function censoredBy(about: XmlElement): WaterPoint['censored'] {
  const reason = hrefWord(child(about, 'censoredReason')).toLowerCase();
  if (reason === '') return null;
  return /above/.test(reason) ? 'above' : 'below';
}

/** What the sender says of a point in words: comment, qualifiers, reason of a missing value. */
export function remarkOf(about: XmlElement): string | null {
  const said = about.children.flatMap((one) => {
    if (one.name === 'comment') return [one.text.trim()];
    if (one.name === 'qualifier' || one.name === 'nilReason') return [attribute(one, 'title') ?? hrefWord(one)];
    return [];
  });
  return said.filter((text) => text !== '').join('; ') || null;
}

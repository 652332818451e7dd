import { Problem } from '../../kernel/index.ts';
import { writeXml, type XmlOut } from '../xml/write-xml.ts';
import { alertElements, CAP_NAMESPACE, type CapElement } from './elements.ts';
import type { CapAlert, CapCircle, CapPoint, CapReference } from './model.ts';

/**
 * An alert as a CAP 1.2 file: every element in the order of the schema, what is empty left out, no signature (what was
 * signed is the file that came, kept as it came).
 * @throws Problem input-invalid where a value has no form in CAP: an address with a double quote in it
 */
export function writeCap(alert: CapAlert): string {
  return writeXml(capElement(alert));
}

/** The element of an alert, to stand in a file or inside an entry of a feed. */
export function capElement(alert: CapAlert): XmlOut {
  const flat = {
    ...alert,
    addresses: listText(alert.addresses, 'addresses'),
    incidents: listText(alert.incidents, 'incidents'),
    references: alert.references.map(referenceText).join(' ') || null,
  };
  return { name: 'alert', attributes: { xmlns: CAP_NAMESPACE }, content: sequence(flat, alertElements('1.2')) };
}

/** How a message names another: `sender,identifier,sent`. */
export function referenceText({ sender, identifier, sent }: CapReference): string {
  return [sender, identifier, sent].join(',');
}

function listText(list: readonly string[], name: string): string | null {
  if (list.some((item) => item.includes('"'))) throw new Problem('input-invalid', { field: name, reason: '"' });
  return list.map((item) => (/\s/.test(item) || item === '' ? `"${item}"` : item)).join(' ') || null;
}

function sequence(values: object, elements: readonly CapElement[]): XmlOut[] {
  return elements.flatMap((element) => {
    const value = (values as Readonly<Record<string, unknown>>)[element.name];
    const all = Array.isArray(value) && element.many ? value : [value];
    return all.flatMap((one) => {
      const content = contentOf(one, element);
      return content === null ? [] : [{ name: element.name, content }];
    });
  });
}

function contentOf(value: unknown, element: CapElement): XmlOut['content'] | null {
  if (value === null || value === undefined || value === '') return null;
  if (element.form === 'parts') return sequence(value as object, element.parts);
  if (element.form === 'pair') {
    const { valueName, value: text } = value as { valueName: string; value: string };
    return [
      { name: 'valueName', content: valueName },
      { name: 'value', content: text },
    ];
  }
  if (element.name === 'polygon') return (value as readonly CapPoint[]).map(pointText).join(' ');
  if (element.name === 'circle') {
    const { centre, radius } = value as CapCircle;
    return `${pointText(centre)} ${decimal(radius)}`;
  }
  return typeof value === 'number' ? decimal(value) : String(value);
}

function pointText([latitude, longitude]: CapPoint): string {
  return `${decimal(latitude)},${decimal(longitude)}`;
}

/** A number without an exponent, which neither the schema nor readers of coordinates take. */
function decimal(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  return value.toFixed(20).replace(/\.?0+$/, '');
}

import { attribute, type XmlElement } from '../xml/read-xml.ts';
import { lastWord } from './measures.ts';
import type { WaterStation } from './model.ts';
import { child, find, textOf } from './xml-paths.ts';

/** The station a feature of interest describes (WaterML 2.0, 9.14); its id is empty where the file names none. */
export function stationOf(feature: XmlElement | null): WaterStation {
  if (!feature) return { id: '', name: '', latitude: null, longitude: null, datum: null };
  const reference = child(feature, 'descriptionReference');
  const title = attribute(feature, 'title') ?? (reference ? attribute(reference, 'title') : null) ?? '';
  const address = attribute(feature, 'href');
  const id = textOf(child(feature, 'identifier')) || attribute(feature, 'id') || (address ? lastWord(address) : '');
  const [latitude = null, longitude = null] = positionOf(feature);
  return { id, name: textOf(child(feature, 'name')) || title, latitude, longitude, datum: datumOf(feature) };
}

function positionOf(feature: XmlElement): number[] {
  const pos = find(feature, 'shape', 'Point', 'pos') ?? find(feature, 'position', 'Point', 'pos');
  const numbers = textOf(pos).split(/\s+/).map(Number);
  return numbers.length >= 2 && numbers.every(Number.isFinite) ? numbers : [];
}

/** The vertical datum: written out, or named by an address or a title. */
function datumOf(feature: XmlElement): string | null {
  const holder = child(feature, 'verticalDatum');
  if (!holder) return null;
  const inside = holder.children[0];
  const written = inside ? textOf(child(inside, 'name')) || textOf(child(inside, 'identifier')) : '';
  return written || attribute(holder, 'title') || lastWord(attribute(holder, 'href') ?? '') || null;
}

/** The offset the station keeps, which holds for times that have none of their own. */
export function zoneOf(feature: XmlElement | null): string | null {
  const zone =
    feature && (find(feature, 'timeZone', 'TimeZone', 'zoneOffset') ?? find(feature, 'timeZone', 'zoneOffset'));
  return textOf(zone ?? undefined) || null;
}

import { attribute, type XmlElement } from '../xml/read-xml.ts';
import { lastWord } from './measures.ts';
import type { WaterStation } from './model.ts';
import { child, find, textOf } from './xml-paths.ts';

/** The station a feature of interest describes (wml2:MonitoringPoint); its id is empty where the file names none. */
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
  if (numbers.length < 2 || !numbers.every(Number.isFinite)) return [];
  const point = find(feature, 'shape', 'Point') ?? find(feature, 'position', 'Point');
  const system = (pos && attribute(pos, 'srsName')) ?? (point && attribute(point, 'srsName')) ?? '';
  // CRS84 is the one system of degrees in use that names the longitude first.
  return /CRS84/.test(system) ? [numbers[1] as number, numbers[0] as number] : numbers;
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
  // Services write `+1` as well as `+01:00`.
  return textOf(zone ?? undefined).replace(/^([+-])(\d)$/, (_, sign, hour) => `${sign}0${hour}`) || null;
}

import type { Position } from './model.ts';

const NUMBER = String.raw`\d{1,3}(?:[.,]\d+)?`;
const PART = String.raw`([NSEWnsew])?\s*([+-]?${NUMBER})\s*[°º]?\s*(?:(${NUMBER})\s*['′’])?\s*(?:(${NUMBER})\s*(?:"|″|''))?\s*([NSEWnsew])?`;
const POSITION = new RegExp(String.raw`^\s*${PART}\s*[,;\s]\s*${PART}\s*$`, 'u');

/**
 * A place as seafarers and maps write it: `21.5401, 107.9702`, `21°32′24″N 107°58′13″E`, `21°32.4′N, 107°58.2′E`.
 * Null where it is none, or lies nowhere on the earth.
 */
export function parsePosition(text: string): Position | null {
  const found = POSITION.exec(text.replaceAll("''", '″'));
  if (found === null) return null;
  const [latitude, longitude] = [partOf(found.slice(1, 6), 'NS'), partOf(found.slice(6, 11), 'EW')];
  if (latitude === null || longitude === null) return null;
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}

function partOf(
  [before, degrees = '', minutes, seconds, after]: readonly (string | undefined)[],
  signs: string,
): number | null {
  const letter = (before ?? after ?? '').toUpperCase();
  if (letter !== '' && !signs.includes(letter)) return null;
  const number = (part: string | undefined) => Number((part ?? '0').replace(',', '.'));
  if (number(minutes) >= 60 || number(seconds) >= 60) return null;
  const size = Math.abs(number(degrees)) + number(minutes) / 60 + number(seconds) / 3600;
  const negative = degrees.startsWith('-') || letter === 'S' || letter === 'W';
  return Math.round((negative ? -size : size) * 1e6) / 1e6;
}

/** A position as it is read back: decimal degrees. */
export function positionText({ latitude, longitude }: Position): string {
  return `${latitude}, ${longitude}`;
}

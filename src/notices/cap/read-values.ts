import type { CapCircle, CapPoint, CapReference, CapVersion } from './model.ts';
import { timeRule } from './times.ts';

const NUMBER = String.raw`[+-]?(?:\d+(?:\.\d*)?|\.\d+)`;
const POINT = new RegExp(`^(${NUMBER}),(${NUMBER})$`);
const CIRCLE = new RegExp(String.raw`^(${NUMBER}),(${NUMBER})\s+(\+?(?:\d+(?:\.\d*)?|\.\d+))$`);

/** A list by blanks, where what has blanks inside stands in double quotes (3.2.1); null where a quote is left open. */
export function listOf(text: string): readonly string[] | null {
  const found: string[] = [];
  const rest = text.replace(/"([^"]*)"|([^\s"]+)/g, (_, quoted?: string, bare?: string) => {
    found.push(quoted ?? bare ?? '');
    return '';
  });
  return rest.trim() === '' ? found : null;
}

/** References as `sender,identifier,sent`, by blanks; those that are not of that form come back as words. */
export function referencesOf(text: string, version: CapVersion): { found: readonly CapReference[]; wrong: string[] } {
  const wrong: string[] = [];
  const found = text
    .split(/\s+/)
    .filter((word) => word !== '')
    .flatMap((word) => {
      const reference = referenceOf(word) ?? (version === '1.0' ? firstReference(word) : null);
      if (!reference) wrong.push(word);
      return reference ? [reference] : [];
    });
  return { found, wrong };
}

function referenceOf(word: string): CapReference | null {
  const [sender, identifier, sent, ...more] = word.split(',');
  if (!sender || !identifier || !sent || more.length > 0 || /[<&]/.test(word)) return null;
  const rule = timeRule(sent);
  return rule === null || rule === 'time-plus-zero' ? { sender, identifier, sent } : null;
}

/** CAP 1.0 named an earlier message `identifier/sender`, without its time. */
function firstReference(word: string): CapReference | null {
  const [identifier, sender, ...more] = word.split('/');
  return identifier && sender && more.length === 0 ? { sender, identifier, sent: '' } : null;
}

/** The points of a polygon; words that are no pair come back instead. */
export function pointsOf(text: string): { points: readonly CapPoint[]; wrong: readonly string[] } {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const wrong = words.filter((word) => !POINT.test(word));
  if (wrong.length > 0) return { points: [], wrong };
  return { points: words.map((word) => word.split(',').map(Number) as [number, number]), wrong };
}

/** A circle: a pair, a blank, a radius in kilometres that is not negative. */
export function circleOf(text: string): CapCircle | null {
  const parts = CIRCLE.exec(text.trim());
  return parts ? { centre: [Number(parts[1]), Number(parts[2])], radius: Number(parts[3]) } : null;
}

/** The name and value of CAP 1.0, `name=value` in one text. */
export function firstPair(text: string): { valueName: string; value: string } {
  const at = text.indexOf('=');
  return at < 0 ? { valueName: '', value: text } : { valueName: text.slice(0, at), value: text.slice(at + 1) };
}

/** An xs:language: a primary subtag of letters, then subtags of letters and digits. */
export function isLanguage(text: string): boolean {
  return /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/.test(text);
}

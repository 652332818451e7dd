import endings from '../data/open-endings.json' with { type: 'json' };

const OPEN = new Set(Object.values(endings.words).flat());
const CONNECTORS = new Set(Object.values(endings.connectors).flat());

/** True where the last word or two cannot close a sentence (`and`, `của`, `đồng thời`), so that the next line goes on. */
export function endsOpen(words: string): boolean {
  const last = words.slice(-24).toLowerCase().split(/\s+/);
  if (/[\p{L}\p{M}]$/u.test(words) === false) return false;
  const tail = last.at(-1) as string;
  const character = words.at(-1) as string;
  const unspaced = /\p{Script=Han}/u.test(character) && OPEN.has(character);
  return OPEN.has(tail) || (last.length > 1 && OPEN.has(`${last.at(-2)} ${tail}`)) || unspaced;
}

/** True where the first word cannot open a title (`OF`, `AND`, `GIỮA`), so that it goes on from the line above. */
export function opensWithConnector(words: string): boolean {
  return CONNECTORS.has((words.slice(0, 24).split(/\s+/, 1)[0] as string).toLowerCase());
}

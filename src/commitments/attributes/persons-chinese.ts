import { countryMatcher } from '../../vocabulary/index.ts';
import type { Parties } from './parties.ts';

const OFFICE =
  '(?:国家主席|委员长|总书记|国务委员|国务卿|副总统|副总理|副主席|总统|主席|总理|首相|国王|女王|苏丹|王储|埃米尔|外长|外交部长|部长|议长|元首|省长|州长|市长|书记|女士|先生|阁下)';
const SUBJECT = new RegExp(`^(\\p{Script=Han}[\\p{Script=Han}·．.]{1,12}?)${OFFICE}`, 'u');
/** How far before a name its state stands ("塔兰联邦总统|纳扎罗夫"). */
const NEAR = 24;
const OCCURRENCES = 6;

/** The last party named in a few words, or null. */
function lastParty(words: string, { codes, unknown }: Parties): string | null {
  let [best, place] = [null as string | null, -1];
  for (const { id, forms } of unknown) {
    for (const match of words.matchAll(forms)) if (match.index > place) [best, place] = [id, match.index];
  }
  for (const { start, value } of countryMatcher().scan(words)) {
    const code = value.find((one) => codes.slice(0, 2).includes(one));
    if (code !== undefined && start > place) [best, place] = [code, start];
  }
  return best;
}

/** The party of a person whom a Chinese subject names with the office ("纳扎罗夫总统"), by the state before the name where the text introduces it; null where it does not. */
export function partyOfChinesePerson(subject: string, text: string, parties: Parties): string | null {
  const name = SUBJECT.exec(subject)?.[1];
  if (name === undefined || name.length < 2) return null;
  let at = text.indexOf(name);
  for (let count = 0; at >= 0 && count < OCCURRENCES; count++) {
    const before =
      text
        .slice(Math.max(0, at - NEAR), at)
        .split(/[，。；,]/u)
        .at(-1) ?? '';
    const party = lastParty(before, parties);
    if (party !== null) return party;
    at = text.indexOf(name, at + name.length);
  }
  return null;
}

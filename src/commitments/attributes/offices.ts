import type { Parties } from './parties.ts';
import { partiesIn } from './persons.ts';

/** An office alone, without name or state. */
const OFFICE =
  /^(?:đồng chí |the |The |Đồng chí |ông |Ông )?((?:Tổng Bí thư|Chủ tịch nước|Tổng thống|Thủ tướng|Quốc vương|Nhà vua|Chủ tịch Quốc hội|Phó Thủ tướng|Ngoại trưởng|Bộ trưởng)|(?:Vice |Deputy )?(?:President|Prime Minister|Premier|Chancellor|King|Queen|Emir|Sultan|Crown Prince|Foreign Minister|Governor)|国家主席|主席|总统|总理|国王|首相|总书记|外长|رئیس[\u200c ]جمهور|نخست[\u200c ]وزیر|وزیر امور خارجه|پادشاه)(?: Chính phủ)?$/u;
/** Between an office and the state it is of stand words for the kind of state only. */
const OF =
  /^(?: (?!of |the )\p{Lu}[\p{L}’'.-]*){0,4}(?: (?:of|the|nước|Chính phủ|Nhà nước|Cộng hòa|Cộng hoà|Vương quốc|Liên bang|Republic|Kingdom|Federation|Federal|State|Socialist|Democratic|People’s|Xã hội chủ nghĩa|Dân chủ|Nhân dân|جمهوری|اسلامی|پادشاهی))* $/u;
/** Between the state and an office behind it (`沧国国家主席`, `the Kestrian President`, `Kestria’s President`). */
const OWN = /^(?:(?:人民|民主)?共和国|王国|国)?$|^(?:’s|'s)? $/u;
const REACH = 90;
const LOOK = 20_000;
const OCCURRENCES = 40;

/** Every place where a text has these words. */
function places(words: string, text: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at >= 0 && found.length < OCCURRENCES; at = text.indexOf(words, at + words.length))
    found.push(at);
  return found;
}

/**
 * The party of a leader named by the office alone (`Chủ tịch nước`, `the President`, `国家主席`), where the text puts that
 * office beside the name of one party only; else null.
 */
export function partyOfOffice(subject: string, whole: string, parties: Parties): string | null {
  const office = OFFICE.exec(subject)?.[1];
  if (office === undefined) return null;
  const text = whole.slice(0, LOOK);
  const codes = new Set<string>();
  for (const at of places(office, text)) {
    const end = at + office.length;
    const next = partiesIn(text.slice(end, end + REACH), parties)[0];
    if (next?.code !== undefined && OF.test(text.slice(end, end + next.start))) codes.add(next.code);
    const from = Math.max(0, at - REACH);
    const last = partiesIn(text.slice(from, at), parties).at(-1);
    if (last?.code !== undefined && OWN.test(text.slice(from + last.end, at))) codes.add(last.code);
  }
  const own = [...codes].filter((code) => parties.codes.includes(code));
  return own.length === 1 ? (own[0] ?? null) : null;
}

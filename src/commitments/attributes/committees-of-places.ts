import { kebab } from '../../vocabulary/index.ts';

const PLACE = '\\p{Lu}[\\p{Ll}’-]+(?: \\p{Lu}[\\p{Ll}’-]+){0,2}';
/** "UBND tỉnh | Hòa Lâm", "UBND các huyện | Nậm Pha, Mường Lói và Sa Thầy": the places named straight after a committee. */
const NAMED = new RegExp(`^ (${PLACE}(?:, ${PLACE})*(?: và ${PLACE})?)(?!\\p{L}| ?[-–] ?\\p{Lu})`, 'u');
const BETWEEN = /, | và /u;
/** A name that begins another body. */
const BODY = /^(?:Sở|Bộ|Ban|Ủy|Uỷ|Cục|Vụ|Công an|Đảng|Hội|Mặt|Tỉnh|Văn phòng|Viện|Trung|Chi|Đoàn)(?: |$)/u;

/** Committees by kind (id of `actors/vi.json`), and how the id of one place's is made. */
const OF_PLACE: Readonly<Record<string, string>> = {
  '*ppc': 'ppc',
  '*ppc-party-committee': 'ppc-party-committee',
  'provincial-peoples-committees': 'ppc',
  'district-committees': 'district-committee',
  'commune-peoples-committees': 'commune-committee',
};

/** Cities that are what provinces are; others lie in one ("UBND thành phố Thủ Đức"). */
const CITIES_AS_PROVINCES = /^(?:Hà Nội|Hồ Chí Minh|Hải Phòng|Đà Nẵng|Cần Thơ|Huế)$/u;
const OF_CITY = /(?:thành phố|TP\.?)$/iu;

/**
 * The committees of the places that are named straight after words for a kind of committee.
 * @param words those words
 * @param rest the text after them
 * @returns their ids and how many characters the names take, or null where no place is named
 */
export function committeesOf(
  id: string,
  words: string,
  rest: string,
): { readonly ids: readonly string[]; readonly length: number } | null {
  const kind = OF_PLACE[id];
  const names = kind === undefined ? null : NAMED.exec(rest);
  if (names?.[1] === undefined) return null;
  const places: string[] = [];
  let length = 1;
  for (const place of names[1].split(BETWEEN)) {
    if (BODY.test(place)) break;
    length = names[0].indexOf(place, length) + place.length;
    const within = kind === 'ppc' && OF_CITY.test(words) && !CITIES_AS_PROVINCES.test(place);
    places.push(`${kebab(place)}-${within ? 'peoples-committee' : kind}`);
  }
  return places.length === 0 ? null : { ids: places, length };
}

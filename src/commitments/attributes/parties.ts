import type { Document } from '../../documents/index.ts';
import { asciiFirst } from '../../kernel/index.ts';
import { countryMatcher, fold, kebab, type Matcher, type NameRef, pinyin } from '../../vocabulary/index.ts';
import { composedStart } from './composed.ts';
import { isGivenName } from './given-names.ts';
import { persianParties } from './parties-persian.ts';

/** Between whom a text is: two states, more than two parties, or one authority and its own units. */
export type Constellation = 'two' | 'many' | 'one';

export interface Parties {
  readonly constellation: Constellation;
  /** ISO 3166 alpha-2 codes (`EU` for the Union), those named most in the title first; kebab names of unknown parties. */
  readonly codes: readonly string[];
  /** Parties that are no states of the CLDR (a region, a state of another time): id, and words with the letters all their forms share. */
  readonly unknown: readonly { readonly id: string; readonly forms: RegExp }[];
}

const OPENING = 6000;
/** How the parties are called shows in so many letters. */
const ENOUGH = 200_000;
const TITLE = 400;

const TWO = asciiFirst(
  /(?<!\p{L})(?:both (?:sides|countries|leaders|parties|governments|nations|ministers|prime ministers|presidents)|the two (?:sides|countries|leaders|governments|nations|ministers|prime ministers|presidents)|hai (?:bên|nước|nhà lãnh đạo|quốc gia|đảng)|دو (?:طرف|کشور|رئیس))(?!\p{L})|双方|两国|两党/gu,
);
const MANY = asciiFirst(
  /(?<!\p{L})(?:we, the|member states|the leaders of|the heads of state|participating (?:states|countries)|all (?:parties|members)|(?:the|our|all) (?:three|four|five|six|seven) (?:sides|countries|leaders|ministers|nations|parties|governments)|our (?:leaders|ministers)|các bên|các nước thành viên|các nhà lãnh đạo|ba nước|کشورهای عضو)(?!\p{L})|各方|成员国|三方|三国|与会/gu,
);
const DIRECTIVE = asciiFirst(
  /(?<!\p{L})(?:kính gửi|nơi nhận|công điện|kết luận của (?:thủ tướng|phó thủ tướng|chủ tịch|bộ trưởng|ban thường vụ|thường trực)|thừa lệnh|công văn|chỉ thị|quyết định|hereby (?:directs?|orders?|instructs?)|(?:directive|circular|instruction|order) no\.|is directed to)(?!\p{L})|各有关部门|抄送/gu,
);

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}

/** Codes of the states a stretch of text names, with how often, most first; forms that mean several states are left out. */
function tallyStates(text: string): [string, number][] {
  const tally = new Map<string, number>();
  for (const { value, start, end } of countryMatcher().scan(text)) {
    const [code] = value;
    const side = end - start === 2 && text.charAt(end - 1) === '方';
    if (value.length === 1 && code !== undefined && !side && !isGivenName(text, start, end))
      tally.set(code, (tally.get(code) ?? 0) + 1);
  }
  return [...tally].sort((a, b) => b[1] - a[1]);
}

function titleOf(document: Document): string {
  const heading = document.provisions.find(({ role }) => role === 'heading' || role === 'paragraph');
  const start = heading?.span.start ?? 0;
  return document.text.slice(start, start + TITLE);
}

const NAME = '(\\p{Lu}[\\p{L}’-]+(?: \\p{Lu}[\\p{L}’-]+){0,2})';
const STATE =
  '(?:(?:the |THE |nước )?(?:Governments? of |Chính phủ )?(?:the |THE |nước )?(?:[\\p{L}’]+ ){0,3}(?:of |OF |hòa |quốc |bang )?)';
const VIETNAMESE =
  '(?:(?:tỉnh|Tỉnh|TỈNH|thành phố|Thành phố|nước|Nước|Chính phủ|Nhà nước|Cộng h[òo]a|Cộng ho[àa]|CỘNG HÒA|Vương quốc|VƯƠNG QUỐC|Liên bang|LIÊN BANG|Công quốc|Tiểu vương quốc|Hợp chúng quốc|Dân chủ|DÂN CHỦ|Nhân dân|NHÂN DÂN|Hồi giáo|Xã hội chủ nghĩa) )*';
const BETWEEN = [
  new RegExp(`\\b(?:between|BETWEEN) ${STATE}${NAME}(?: \\(\\p{L}+\\))?,? (?:and|AND) ${STATE}${NAME}`, 'u'),
  new RegExp(`(?<!\\p{L})(?:giữa|GIỮA) ${VIETNAMESE}${NAME}(?: \\([^)]{2,50}\\))? (?:và|VÀ) ${VIETNAMESE}${NAME}`, 'u'),
];

/** `Kestria–Tamarang Joint Statement`. */
const HYPHENATED = /^\s*(\p{Lu}[\p{L}’]{2,}) ?[–—-] ?(\p{Lu}[\p{L}’]{2,}) (?:Joint|JOINT)/mu;
/** `Prime Minister of the Republic of Kestria`: a state by the office of its leader. */
const OFFICE_OF = new RegExp(
  `\\b(?:President|Prime Minister|King|Queen|Chancellor|Emir|Sultan|Foreign Minister|Minister of Foreign Affairs) of ${STATE}(\\p{Lu}[\\p{L}’-]+)`,
  'gu',
);

function formsOf(name: string): RegExp {
  if (name === name.toUpperCase() && name.length > 3) return anyCase(name);
  const stem = name.length > 5 ? name.slice(0, -2) : name;
  return asciiFirst(new RegExp(`(?<!\\p{L})${stem}\\p{L}*`, 'gu'));
}

/** The two names after `between` in the opening, where they are names of no known state. */
function unknownParties(opening: string): Parties['unknown'] {
  for (const pattern of BETWEEN) {
    const [, one, two] = pattern.exec(opening) ?? [];
    if (one === undefined || two === undefined) continue;
    return [one, two].map((name) => ({ id: kebab(name), forms: formsOf(name) }));
  }
  const [, first, second] = HYPHENATED.exec(opening) ?? [];
  const offices = [...opening.matchAll(OFFICE_OF)].map(([, name = '']) => name);
  const names = first !== undefined && second !== undefined ? [first, second] : [...new Set(offices)];
  return names.length === 2 ? names.map((name) => ({ id: kebab(name), forms: formsOf(name) })) : [];
}

/** `BA NƯỚC A - B - C`, `between A, B and C`: three or four parties of a title, where they are no known states. */
const SEVERAL = [
  /(?:ba|bốn|ba nước|bốn nước|BA|BỐN|BA NƯỚC|BỐN NƯỚC) (\p{Lu}[\p{L}’]+(?: \p{Lu}[\p{L}’]+){0,2}(?: ?[-–,] ?\p{Lu}[\p{L}’]+(?: \p{Lu}[\p{L}’]+){0,2}){1,2}(?:(?: ?[-–] ?| và | VÀ )\p{Lu}[\p{L}’]+(?: (?!L[ẦA]N)\p{Lu}[\p{L}’]+){0,2})?)/u,
  /\b(?:between|of) (?:the )?(\p{Lu}[\p{L}’]+(?: \p{Lu}[\p{L}’]+)?(?:, (?:the )?\p{Lu}[\p{L}’]+(?: \p{Lu}[\p{L}’]+)?){1,2},? and (?:the )?\p{Lu}[\p{L}’]+(?: \p{Lu}[\p{L}’]+)?)/u,
];
const CEREMONY = / (?:LẦN|VỀ|TẠI|lần|về|tại)(?: .*)?$/u;

function severalParties(title: string): Parties['unknown'] {
  for (const pattern of SEVERAL) {
    const list = pattern.exec(title)?.[1];
    if (list === undefined) continue;
    const names = list
      .split(/ ?[-–,] ?(?:and )?(?:the )?| và | VÀ | and (?:the )?/u)
      .map((name) => name.replace(CEREMONY, ''));
    if (names.length < 3 || names.some((name) => name === '')) continue;
    return names.map((name) => ({ id: kebab(name), forms: anyCase(name) }));
  }
  return [];
}

/** A name of a title in capitals, as the text writes it. */
function anyCase(name: string): RegExp {
  const letters = name.replace(
    /(\p{L})(\p{L}*)/gu,
    (_, first: string, rest: string, at: number) =>
      `${at > 0 && name[at - 1] === '-' ? `[${first}${first.toLowerCase()}]` : first}(?:${rest}|${rest.toLowerCase()})`,
  );
  return asciiFirst(new RegExp(`(?<!\\p{L})${letters}(?!\\p{L})`, 'gu'));
}

/** What states call themselves between their name and their form (`伊朗|伊斯兰|共和国`). */
const STYLE =
  '(?:伊斯兰|民主社会主义|社会主义|人民民主|民主人民|联邦民主|民主|联合|合作|玻利瓦尔|东岸|哈希姆|多民族|独立|阿拉伯)?';
const FORM = `${STYLE}(?:人民共和国|民主共和国|共和国|联邦|王国|公国|合众国|苏丹国|酋长国|国(?![家际内外务]))`;
const PAIR = [
  new RegExp(`(\\p{Script=Han}{2,6}?)${FORM}(?:政府)?[和与同](\\p{Script=Han}{2,6}?)${FORM}`, 'u'),
  /(?:^|\s)(\p{Script=Han}{2,4})[和与同](\p{Script=Han}{2,4}?)(?:关于|联合|外交|建立)/u,
];

/** `云雾省—南塔省`, `中国青川市与泰林国坎塔市`: two localities that a title names, with the states they lie in. */
const LOCALITY = '(\\p{Script=Han}{1,3}国)?(\\p{Script=Han}{2,5}?)(?:省|自治区|自治州|州|府|市|县)';
const LOCALITIES = new RegExp(`(?:^|[\\s“《])${LOCALITY}(?:人民)?(?:政府)?[和与同、—–－-]+${LOCALITY}`, 'u');

/** "双方|同|…": no names. */
const SIDES = /^(?:双方|两国|各方|我们|三方)/u;
const LEAD = /^(?:落实|关于|贯彻|执行|推进|印发|阿拉伯(?=埃及|叙利亚)|多民族)/u;

/** The two parties a Chinese title names where they are no known states; a party is also called by its first character (`苍方`). */
function chineseParties(title: string): Parties['unknown'] {
  for (const pattern of PAIR) {
    const names = (pattern.exec(title)?.slice(1) ?? []).map((name) => name.replace(LEAD, ''));
    if (names.some((name) => SIDES.test(name))) continue;
    const [one, two] = names;
    if (one === undefined || two === undefined || one[0] === two[0]) continue;
    if (
      names.some((name) =>
        countryMatcher()
          .scan(name)
          .some(({ start, end }) => start === 0 && end === name.length),
      )
    )
      return [];
    return names.map((name) => ({ id: pinyin(name), forms: new RegExp(`${name}${FORM}?|${name[0]}方`, 'gu') }));
  }
  return localities(title);
}

function localities(title: string): Parties['unknown'] {
  const [, state, one, other, two] = LOCALITIES.exec(title) ?? [];
  if (one === undefined || two === undefined || one[0] === two[0]) return [];
  return [
    { id: pinyin(one), forms: localityForms(one, state) },
    { id: pinyin(two), forms: localityForms(two, other) },
  ];
}

/** A locality by its name, with or without its kind, and as a side by its first character or by its state (`中方`, `泰林方`). */
function localityForms(name: string, state = ''): RegExp {
  const sides = [name[0] ?? '', state.slice(0, -1), state[0] ?? ''].filter((side) => side !== '').join('|');
  return new RegExp(`${name}${PLACE_NAME}?(?:人民)?(?:政府)?|(?:${sides})方(?![面案法式针便])`, 'gu');
}

/** Words that end in 方 and name no side by its first character. */
const NO_SIDE = /[双各三多一对地东西南北官远前后我贵该本敌两乙甲军警校资买卖供需执友四五六大处立平正主客]/u;
/** A side only where a locality bears it (`南境省`). */
const DIRECTION = /[东西南北]/u;
const PLACE_NAME = '(?:省|自治区|自治州|州|(?<!政)府|市|县|国|王国|共和国)';

/** `沧方`, `霍方` of two localities that no list has: names of the opening that begin with these characters. */
function chineseSides(text: string): Parties['unknown'] {
  const tally = new Map<string, number>();
  for (const [, side] of text.matchAll(/(\p{Script=Han})方(?![面案法式针便])/gu))
    if (side !== undefined && (!NO_SIDE.test(side) || DIRECTION.test(side)))
      tally.set(side, (tally.get(side) ?? 0) + 1);
  const sides = [...tally].filter(([, times]) => times > 1).map(([side]) => side);
  const named = sides.flatMap((side) => {
    const name = new RegExp(`(${side}(?!部|方)\\p{Script=Han}{1,3}?)${PLACE_NAME}`, 'u').exec(text)?.[1];
    return name === undefined ? [] : [{ id: pinyin(name), forms: localityForms(name) }];
  });
  return named.length === 2 ? named : [];
}

/** A group of states that meets others as one party. */
const ASEAN = { id: 'asean', forms: /(?<!\p{L})ASEAN(?!\p{L})/gu };

/** Reads from title and opening who the parties of a document are. */
export function findParties(document: Document): Parties {
  const found = knownParties(document);
  const titled = found.constellation === 'two' ? chineseParties(titleOf(document)) : [];
  const known = titled.length === 2 || found.constellation !== 'two' || tallyStates(firstLine(document)).length === 2;
  const chinese = known ? titled : chineseSides(document.text.slice(0, OPENING));
  if (chinese.length === 2) return { ...found, codes: chinese.map(({ id }) => id), unknown: chinese };
  if (found.codes.length >= 2) return { ...found, unknown: found.codes.includes(ASEAN.id) ? [ASEAN] : [] };
  if (found.constellation === 'many') {
    const three = severalParties(titleOf(document).normalize('NFC'));
    return { ...found, codes: three.length > 2 ? three.map(({ id }) => id) : found.codes, unknown: three };
  }
  if (found.constellation !== 'two') return { ...found, unknown: [] };
  const opening = document.text.slice(0, OPENING).normalize('NFC');
  const persian = persianParties(opening);
  const unknown = persian.length === 2 ? persian : unknownParties(opening);
  return { ...found, codes: unknown.length === 2 ? unknown.map(({ id }) => id) : found.codes, unknown };
}

/** Several names one after another, as a title lists the parties (`các tỉnh Tân Lĩnh, Hà Pín, Mường Khoa và …`). */
const LISTED =
  /(?:\p{Lu}[\p{L}’-]+ ?){1,4}, (?:the )?(?:\p{Lu}[\p{L}’-]+ ?){1,4}(?:, (?:the )?(?:\p{Lu}[\p{L}’-]+ ?){1,4})*(?:,? (?:và|and|with|với) (?:\p{Ll}+ ){0,3}|, )\p{Lu}/u;
const EACH_OF_MANY = /(?<!\p{L})các bên(?!\p{L})/gu;
const EACH_OF_TWO = /(?<!\p{L})hai bên(?!\p{L})/gu;

/** A title that lists its parties, over a text that speaks of all of them rather than of two sides. */
function listsParties(document: Document, folded: string): boolean {
  const many = count(folded, EACH_OF_MANY);
  return many > 2 && many > 2 * count(folded, EACH_OF_TWO) && LISTED.test(titleOf(document).normalize('NFC'));
}

/** `G20 Leaders’ Declaration`, `Communiqué of the Summit`: a meeting of many, in the first line of a text that says "we". */
const GATHERING =
  /(?<!\p{L})(?:g ?(?:7|8|20|77)|brics|asean|apec|oecd|nato|caricom|ecowas|ministerial|summit|forum|heads of (?:state|government)|african union|commonwealth|(?:group|council|community|league|conference|association|organi[sz]ation) of|ministers of the|(?:visegr[aá]d|northern|pacific|nordic|baltic|central asian?|gulf|arab|european|latin american|caribbean))(?!\p{L})/u;
const WE = /(?<!\p{L})we(?!\p{L})/gu;

/** The first line of the title. */
export function firstLine(document: Document): string {
  const title = titleOf(document);
  return title.slice(0, title.indexOf('\n') < 0 ? TITLE : title.indexOf('\n'));
}

function speaksForMany(document: Document, folded: string): boolean {
  const line = firstLine(document);
  return GATHERING.test(fold(line, 'case')) && tallyStates(line).length !== 2 && count(folded, WE) > 1;
}

/** The states a title names, most first; `ASEAN-Japan`, `Việt Nam - ASEAN`: a group of states is a party beside one state. */
function titleStates(line: string): [string, number][] {
  const states = tallyStates(line);
  return states.length === 1 && line.search(ASEAN.forms) >= 0 ? [...states, [ASEAN.id, 1]] : states;
}

function knownParties(document: Document): Omit<Parties, 'unknown'> {
  const text = composedStart(document.text, ENOUGH);
  const folded = fold(text, 'case');
  const [two, many] = [count(folded, TWO), count(folded, MANY)];
  const line = titleStates(firstLine(document));
  const title = (line.length === 2 ? line : tallyStates(titleOf(document))).map(([code]) => code);
  const opening = tallyStates(text.slice(0, OPENING));
  const named = opening.map(([code]) => code);
  const pair = title.length === 2 ? title : named.slice(0, 2);
  if (listsParties(document, folded)) return { constellation: 'many', codes: pair };
  if (many > two && !(title.length === 2 && many < 2 * two)) {
    return { constellation: 'many', codes: [...new Set([...title, ...named])] };
  }
  if (title.length > 2 && two < 2 && count(folded, DIRECTIVE) === 0)
    return { constellation: 'many', codes: [...new Set([...title, ...named])] };
  if (two === 0 && count(folded, DIRECTIVE) > 0) return { constellation: 'one', codes: pair };
  if (two === 0 && speaksForMany(document, folded)) return { constellation: 'many', codes: pair };
  if (pair.length < 2 && two === 0 && unknownParties(titleOf(document).normalize('NFC')).length < 2)
    return { constellation: 'many', codes: pair };
  return { constellation: 'two', codes: pair };
}

/** True where the opening of a document gives tasks to units of its author. */
export function isDirective(document: Document): boolean {
  return count(fold(document.text.slice(0, OPENING).normalize('NFC'), 'case'), DIRECTIVE) > 0;
}

const LETTERHEAD = 600;
const AUTHORITY =
  /(?:TỈNH ỦY|THÀNH ỦY|UBND TỈNH|ỦY BAN NHÂN DÂN TỈNH|ỦY BAN NHÂN DÂN THÀNH PHỐ|^[ \t]*TỈNH|[Tt]ỉnh ủy|[Tt]ỉnh|[Tt]hành phố) (\p{Lu}[\p{L}]*(?: \p{Lu}[\p{L}]*){0,2})/mu;

/** The province named in the letterhead: its id in the registers, else its name in kebab letters. */
export function provinceOf(document: Document, names: Matcher<NameRef> | null): string | null {
  const head = document.text.slice(0, LETTERHEAD).normalize('NFC');
  const name = AUTHORITY.exec(head)?.[1];
  if (name === undefined) return null;
  const known = names?.exactly(name).find(({ type }) => type === 'place');
  return known?.id ?? kebab(name);
}

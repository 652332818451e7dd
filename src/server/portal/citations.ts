import { formatDate } from '../../i18n/index.ts';
import type { Speech } from './speech.ts';
import { sayParties } from './speech.ts';

/** What a citation is made of. */
export interface Cited {
  readonly id: string;
  /** The work it is of. */
  readonly title: string;
  readonly parties: readonly string[];
  /** ISO date of the work. */
  readonly date: string | null;
  /** Provision, such as `4.3`; empty for a whole work or text. */
  readonly path: string;
  readonly language: string;
  readonly address: string;
  /** ISO date of today. */
  readonly day: string;
}

export interface Citation {
  readonly style: string;
  readonly words: string;
}

/**
 * A citation in the styles that are asked for most: APA 7, Chicago (notes and bibliography), as Vietnamese papers write it, GB/T 7714,
 * BibTeX and RIS. Who published it is this register; the quote itself stays with whoever cites.
 */
export function citations(speech: Speech, cited: Cited): Citation[] {
  return [
    { style: 'APA', words: apa(speech, cited) },
    { style: 'Chicago', words: chicago(speech, cited) },
    { style: 'Tiếng Việt', words: vietnamese(speech, cited) },
    { style: 'GB/T 7714', words: chinese(speech, cited) },
    { style: 'BibTeX', words: bibtex(speech, cited) },
    { style: 'RIS', words: ris(speech, cited) },
  ];
}

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

function english(date: string): { year: string; monthDay: string } {
  const [year = '', month = '', day = ''] = date.split('-');
  return { year, monthDay: `${MONTHS[Number(month) - 1] ?? ''} ${Number(day)}` };
}

function inEnglish(speech: Speech, parties: readonly string[], and: string): string {
  const names = parties.map((party) => sayParties({ ...speech, locale: 'en' }, [party]));
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`;
}

function apa(speech: Speech, { parties, title, date, path, address }: Cited): string {
  const who = inEnglish(speech, parties, '&');
  const when = date === null ? 'n.d.' : `${english(date).year}, ${english(date).monthDay}`;
  const at = path === '' ? '' : ` (sec. ${path})`;
  const head = who === '' ? `${title}${at}. (${when}).` : `${who}. (${when}). ${title}${at}.`;
  return `${head} Public register of commitments. ${address}`;
}

function chicago(speech: Speech, { parties, title, date, path, address }: Cited): string {
  const who = inEnglish(speech, parties, 'and');
  const when = date === null ? 'n.d.' : `${english(date).monthDay}, ${english(date).year}`;
  const at = path === '' ? '' : `, sec. ${path}`;
  return `${who === '' ? '' : `${who}. `}“${title}”${at}. ${when}. Public register of commitments. ${address}.`;
}

function vietnamese(speech: Speech, { parties, title, date, path, address, day }: Cited): string {
  const vi: Speech = { ...speech, locale: 'vi' };
  const who = sayParties(vi, parties);
  const when = date === null ? '' : `, ngày ${formatDate('vi', date)}`;
  const at = path === '' ? '' : `, mục ${path}`;
  const year = date === null ? '' : ` (${date.slice(0, 4)})`;
  const head = who === '' ? `${title}${year}` : `${who}${year}, ${title}`;
  return `${head}${when}${at}, Sổ cam kết công khai, truy cập ngày ${formatDate('vi', day)}, ${address}.`;
}

function chinese(speech: Speech, { parties, title, date, path, address, day }: Cited): string {
  const who = sayParties({ ...speech, locale: 'zh' }, parties).replaceAll('、', ', ');
  const at = path === '' ? '' : `: ${path}`;
  return `${who === '' ? '' : `${who}. `}${title}${at}[EB/OL]. ${date === null ? '' : `(${date})`}[${day}]. ${address}.`;
}

function bibtex(speech: Speech, { id, parties, title, date, path, language, address, day }: Cited): string {
  const fields: [string, string][] = [
    ['author', parties.map((party) => `{${inEnglish(speech, [party], '')}}`).join(' and ')],
    ['title', `{${title.replace(/[{}\\]/g, '')}}`],
    ['year', date?.slice(0, 4) ?? ''],
    ['date', date ?? ''],
    ['note', path === '' ? '' : `Section ${path}`],
    ['langid', language],
    ['url', address],
    ['urldate', day],
  ];
  const lines = fields.filter(([, value]) => value !== '').map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{servanda-${id},\n${lines.join(',\n')}\n}`;
}

function ris(speech: Speech, { id, parties, title, date, path, language, address, day }: Cited): string {
  const lines: [string, string][] = [
    ['TY', 'GOVDOC'],
    ['ID', id],
    ...parties.map((party): [string, string] => ['AU', `${inEnglish(speech, [party], '')},`]),
    ['TI', title],
    ...(date === null
      ? []
      : ([
          ['PY', date.slice(0, 4)],
          ['DA', date.replaceAll('-', '/')],
        ] as [string, string][])),
    ...(path === '' ? [] : ([['SE', path]] as [string, string][])),
    ['LA', language],
    ['UR', address],
    ['Y2', day.replaceAll('-', '/')],
    ['ER', ''],
  ];
  return lines.map(([tag, value]) => `${tag}  - ${value.replace(/\s+/g, ' ')}`).join('\r\n');
}

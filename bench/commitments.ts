import nlp from 'compromise';
import { readCommitments } from '../src/commitments/index.ts';
import { READERS } from '../src/commitments/languages/index.ts';
import { flatten, parseText } from '../src/documents/index.ts';

/** Megabytes of UTF-8 text a second of processor time that the reading of commitments takes, step by step. */
const PARAGRAPHS = [
  '1. The two sides agreed to open the ferry line between Lume and Dorren not later than 30 June 2032, to sign a protocol on pilots under Article 5 of the Treaty, and to study a second crossing. Both sides will report every six months; they also welcomed the first report.',
  '(2) Hai bên nhất trí mở chợ biên giới Nà Khê trong năm 2032, tăng cường phối hợp giữa các cơ quan chức năng; giao các sở, ngành liên quan xây dựng kế hoạch. Hai bên sẽ tổ chức họp hằng năm tại TP. Nà Khê.',
  '三、双方同意在2032年举行第五次外长会晤，并加强海关合作；支持地方交流。双方将共建兰溪跨境桥。',
  '- دو طرف توافق کردند که هر سال دیدار کنند و عوارض بندری را ۴.۵ درصد کاهش دهند.',
  'Recalling their friendship, the Ministers noted the work of the joint board and thanked it for its report on the two harbours.',
];

function corpusOf(passages: string, megabytes: number): string {
  const block = `${passages}\n\n`;
  return block.repeat(Math.ceil((megabytes * 1e6) / new TextEncoder().encode(block).length));
}

/** Processor time of this process, which other work on the machine hardly changes. */
function seconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function measure(megabytes: number): void {
  const begun = seconds();
  const document = parseText(corpusOf(PARAGRAPHS.join('\n\n'), megabytes), { name: 'bench.txt' });
  const parsed = seconds();
  let units = 0;
  for (const sentence of document.sentences) {
    const flat = flatten(document, sentence.span);
    units += READERS[sentence.language]?.(flat.text, { opensItem: false, governor: null }).units.length ?? 0;
  }
  const detected = seconds();
  const reading = readCommitments(document);
  const read = seconds();
  const rate = (from: number, to: number) => `${(megabytes / (to - from)).toFixed(1)} MB/s`;
  console.log(
    `${megabytes} MB: parse ${rate(begun, parsed)}, detect ${rate(parsed, detected)} (${units} units), detect with attributes ${rate(detected, read)}, parse and read ${(megabytes / (parsed - begun + read - detected)).toFixed(2)} MB/s, ${reading.candidates.length} candidates, ${Math.round(process.resourceUsage().maxRSS / 1e3)} MB of memory at most`,
  );
}

/** Sentence splitting and tagging by `compromise`, beside the whole reading of the same English text; a ratio holds on any machine. */
function besidePeer(megabytes: number): void {
  const text = corpusOf([PARAGRAPHS[0], PARAGRAPHS[4]].join('\n\n'), megabytes);
  const begun = seconds();
  const found = readCommitments(parseText(text, { name: 'bench.txt' })).candidates.length;
  const read = seconds();
  const sentences = nlp(text).sentences().length;
  const tagged = seconds();
  const ratio = (tagged - read) / (read - begun);
  console.log(
    `${megabytes} MB of English: compromise takes ${ratio.toFixed(2)} times as long (${sentences} sentences tagged; ${found} candidates read)`,
  );
}

const LENGTHS = process.argv.includes('--long') ? [1, 1, 10, 50] : [1, 1, 10];
for (const megabytes of LENGTHS) measure(megabytes);
for (const megabytes of [1, 1]) besidePeer(megabytes);

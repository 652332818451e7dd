import { flatten, parseText } from '../src/documents/index.ts';

/** Megabytes of UTF-8 text the reading pipeline takes a second of processor time, and whether time grows with size. */
const PARAGRAPHS = [
  '1. The two sides agreed to open the ferry line between Lume and Dorren not later than 30 June 2032, to sign a protocol on pilots under Article 5 of the Treaty, and to study a second crossing. Both sides will report every six months; the first report is due in March.',
  '(2) Hai bên nhất trí mở chợ biên giới Nà Khê trong năm 2032, tăng cường phối hợp giữa các cơ quan chức năng; giao các sở, ngành liên quan xây dựng kế hoạch. Hai bên sẽ tổ chức họp hằng năm tại TP. Nà Khê.',
  '三、双方同意在2032年举行第五次外长会晤，并加强海关合作；支持地方交流。双方将共建兰溪跨境桥。',
  '- دو طرف توافق کردند که هر سال دیدار کنند و عوارض بندری را ۴.۵ درصد کاهش دهند. آیا این کافی است؟',
  'Both sides took note of the work\n\n- 7 -\n\nof the joint board and thanked it.',
];

function corpus(megabytes: number): string {
  const block = `${PARAGRAPHS.map((words) => `${words} ${words.replace(/^\S+\s?/, '')}`).join('\n\n')}\n\n`;
  const bytes = new TextEncoder().encode(block).length;
  return block.repeat(Math.ceil((megabytes * 1e6) / bytes));
}

/** Processor time of this process, which other work on the machine hardly changes. */
function seconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function measure(megabytes: number): void {
  const text = corpus(megabytes);
  const begun = seconds();
  const document = parseText(text, { name: 'bench.txt' });
  const parsed = seconds();
  let letters = 0;
  for (const provision of document.provisions) letters += flatten(document, provision.span).text.length;
  const flat = seconds();
  const rate = (from: number, to: number) => `${(megabytes / (to - from)).toFixed(1)} MB/s`;
  const memory = Math.round(process.memoryUsage().rss / 1e6);
  console.log(
    `${megabytes} MB: parse ${rate(begun, parsed)}, flatten ${rate(parsed, flat)}, ${document.sentences.length} sentences, ${letters} letters, ${memory} MB of memory`,
  );
}

for (const megabytes of [1, 1, 5, 20, 50]) measure(megabytes);

/**
 * Makes the examples that are not plain text from examples/sources: the directive as a Word file and the English
 * statement of 2024 as a page of a news site. Run `node scripts/make-example-files.ts` after a source has changed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { AlignmentType, Document, Packer, Paragraph, TextRun } from 'docx';

const examples = new URL('../examples/', import.meta.url);

function source(name: string): string[] {
  const text = readFileSync(new URL(`sources/${name}`, examples), 'utf8');
  return text.split('\n').filter((line) => line.trim() !== '');
}

const CENTRED = /^(ỦY BAN HÀNH CHÍNH TỈNH|CỘNG HÒA|Hòa bình -|TM\. |KT\. |PHÓ CHỦ TỊCH|PHỤ LỤC|Danh mục|\(kèm theo)/;

function wordParagraph(line: string): Paragraph {
  const centred = CENTRED.test(line);
  return new Paragraph({
    alignment: centred ? AlignmentType.CENTER : AlignmentType.JUSTIFIED,
    spacing: { after: 120 },
    children: [
      new TextRun({ text: line, bold: centred && line === line.toUpperCase(), font: 'Times New Roman', size: 26 }),
    ],
  });
}

async function makeDirective(): Promise<void> {
  const document = new Document({
    creator: 'Belun',
    title: 'Công văn 214/UBHC-ĐN',
    sections: [{ children: source('directive-2026.vi.txt').map(wordParagraph) }],
  });
  writeFileSync(new URL('directive-2026.vi.docx', examples), await Packer.toBuffer(document));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** What a news site puts around the text it prints. */
const PAGE = {
  before: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Full text: Ilmara-Tavoria Joint Statement | The Korin Courier</title>
<meta name="description" content="News from both banks of the Velm">
<style>body { font-family: sans-serif } .share { float: right }</style>
<script>window.courier = { section: 'world', ads: true };</script>
</head>
<body>
<header>
<div class="top">Wednesday 14 August 2024 21:40 | Newsroom: 0400 555 010 | desk@korin-courier.example</div>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/trade">Trade</a></li><li><a href="/weather">Weather</a></li><li><a href="/login">Sign in</a></li></ul></nav>
</header>
<aside class="ticker">Breaking: ferry services will resume on Friday &middot; Market: wool 4.12 (+0.3)</aside>
<main>
<article>
<h1>Full text: Ilmara-Tavoria Joint Statement</h1>
<p class="byline">By our correspondent in Velgar | 14/08/2024 20:15 | <a href="#comments">12 comments</a></p>
<div class="share"><button>Share</button> <button>Print</button> <button>A+</button></div>
<figure><img src="/img/velgar.jpg" alt="Two Prime Ministers shake hands"><figcaption>The two Prime Ministers in Velgar. Photo: Courier</figcaption></figure>
<div class="story">
`,
  after: `</div>
<p class="tags">Tags: <a href="/t/ilmara">Ilmara</a>, <a href="/t/tavoria">Tavoria</a>, <a href="/t/railway">railway</a></p>
</article>
</main>
<aside class="related">
<h2>Read also</h2>
<ul>
<li><a href="/n/1">City council will plant 3,000 trees along the old harbour by spring</a></li>
<li><a href="/n/2">Ministry promises to repair the coast road before the holidays</a></li>
<li><a href="/n/3">Chestnut growers agree to set up a common warehouse</a></li>
</ul>
</aside>
<section id="comments"><h2>Comments</h2><p>Nessa: We must build the bridge at last!</p><p>Orin: They agreed to study it ten years ago.</p></section>
<footer><p>&copy; 2024 The Korin Courier. All rights reserved. <a href="/terms">Terms</a> | <a href="/cookies">Cookies</a></p><p>Subscribe to our newsletter. We will send it every Monday.</p></footer>
</body>
</html>
`,
};

function makePage(): void {
  const lines = source('joint-statement-2024.en.txt');
  const body = lines.map((line) => (/^\d\.\d\. /.test(line) ? `<h3>${escaped(line)}</h3>` : `<p>${escaped(line)}</p>`));
  const page = `${PAGE.before + body.join('\n')}\n${PAGE.after}`;
  writeFileSync(new URL('joint-statement-2024.en.html', examples), page);
}

makePage();
await makeDirective();

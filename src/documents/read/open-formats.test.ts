import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { checkDocument, readDocument, structureLines } from '../index.ts';

const NAMES = [
  'office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
  'text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
  'table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"',
  'style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"',
].map((name) => `xmlns:${name}`);

function odt(body: string, styles = ''): Uint8Array {
  const content = `<?xml version="1.0"?><office:document-content ${NAMES.join(' ')}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
  return zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text'), 'content.xml': strToU8(content) });
}

const LISTS = `<text:list-style style:name="L1">
  <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
  <text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>
</text:list-style>`;

const item = (words: string, more = '') => `<text:list-item><text:p>${words}</text:p>${more}</text:list-item>`;

test('an OpenDocument text keeps headings, list numbers, notes and tables', async () => {
  const bytes = odt(
    `<text:h text:outline-level="1">Joint statement</text:h>
     <text:list text:style-name="L1">
       ${item('Both sides will:', `<text:list>${item('open the line;')}${item('sign the protocol.')}</text:list>`)}
       ${item('Both sides will meet<text:s text:c="1"/>every spring.<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>From 2031.</text:p></text:note-body></text:note>')}
     </text:list>
     <table:table><table:table-row><table:table-cell><text:p>Port</text:p></table:table-cell><table:table-cell><text:p>Dues</text:p></table:table-cell></table:table-row>
     <table:table-row><table:table-cell><text:p>Lume</text:p></table:table-cell><table:table-cell><text:p>12</text:p></table:table-cell></table:table-row></table:table>`,
    LISTS,
  );
  const { value, messages } = await readDocument({ name: 'a.odt', bytes });
  expect(value.text.split('\n').filter(Boolean)).toEqual([
    'Joint statement',
    '1. Both sides will:',
    'a) open the line;',
    'b) sign the protocol.',
    '2. Both sides will meet every spring.',
    'Port | Dues',
    'Lume | 12',
    '[1] From 2031.',
  ]);
  expect(structureLines(value).map((line) => line.label)).toEqual([null, '1', '1(a)', '1(b)', '2', null, null, null]);
  expect(messages.map((message) => message.id)).toEqual(['document.tables-as-lines', 'document.footnotes-at-end']);
  expect(checkDocument(value)).toEqual([]);
});

const AKN = `<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="joint">
  <meta><identification source="#x"><FRBRWork/></identification></meta>
  <preface><p><docTitle>Joint Statement of Avaria and Belmar</docTitle></p></preface>
  <mainBody>
    <section eId="sec_1"><num>1.</num><heading>Roads</heading>
      <paragraph eId="sec_1__para_1"><num>(1)</num><content><p>The sides will build the Dorren road by 2032.<authorialNote><p>See the map.</p></authorialNote></p></content></paragraph>
      <paragraph eId="sec_1__para_2"><num>(2)</num><content><p>The sides will share the tolls.</p></content></paragraph>
    </section>
    <section><num>2.</num><heading>Follow-up</heading><content><p>The Board reports in May.</p></content></section>
  </mainBody></statement></akomaNtoso>`;

for (const [name, xml] of [
  ['the OASIS namespace', AKN],
  ['the older namespace', AKN.replace(/xmlns="[^"]+"/, 'xmlns="http://www.akomantoso.org/2.0"')],
  ['a prefix', AKN.replace(/<(\/?)(\w)/g, '<$1an:$2').replace('xmlns=', 'xmlns:an=')],
] as const) {
  test(`Akoma Ntoso in ${name} gives its numbers and headings`, async () => {
    const { value, messages } = await readDocument({ name: 'a.xml', bytes: strToU8(xml) });
    expect(structureLines(value).map(({ role, label }) => `${role} ${label ?? ''}`.trim())).toEqual([
      'heading',
      'heading 1',
      'item 1(1)',
      'item 1(2)',
      'heading 2',
      'paragraph',
      'paragraph',
    ]);
    expect(value.text).toContain('(1) The sides will build the Dorren road by 2032.');
    expect(messages.map((message) => message.id)).toEqual(['document.footnotes-at-end']);
  });
}

test('XML of another kind and a broken archive are refused by name', async () => {
  const xml = readDocument({ name: 'rss.xml', bytes: strToU8('<rss><channel/></rss>') });
  await expect(xml).rejects.toMatchObject({ code: 'file-damaged', details: { name: 'rss.xml' } });
  const odtFile = readDocument({ name: 'a.odt', bytes: zipSync({ 'other.xml': strToU8('<a/>') }) });
  await expect(odtFile).rejects.toMatchObject({ code: 'file-damaged', details: { name: 'a.odt' } });
});

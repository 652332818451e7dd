import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ROOT, records, servanda, shell } from './terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'servanda-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

const STATEMENT = 'Both sides agreed to open the Tarn bridge in 2031.\n';

describe('a person at the terminal', () => {
  test('finds every command in the help, and the help of each', async () => {
    const help = await servanda(['--help']);
    expect(help.code).toBe(0);
    for (const name of [
      'extract',
      'structure',
      'evaluate',
      'import',
      'export',
      'serve',
      'migrate',
      'backup',
      'restore',
    ]) {
      expect(help.stdout).toContain(`\n  ${name}`);
      const own = await servanda([name, '--help']);
      expect([own.code, own.stderr], name).toEqual([0, '']);
      expect(own.stdout).toContain(`servanda ${name}`);
    }
  });

  test('is told on one line what is wrong with a call, and what may have been meant', async () => {
    const calls = [
      ['exract', 'a.txt'],
      ['extract'],
      ['extract', '--until', '3', 'a.txt'],
      ['evaluate', 'gold.jsonl'],
      [],
    ];
    for (const call of calls) {
      const { code, stdout, stderr } = await servanda(call);
      expect([code, stdout], call.join(' ')).toEqual([2, '']);
      if (call.length > 0) expect(stderr).toMatch(/^servanda: .+\n$/);
    }
    expect((await servanda(['exract'])).stderr).toContain('Did you mean extract?');
  });

  test('gets an answer at once', async () => {
    await servanda(['--version']);
    const { stdout, seconds } = await servanda(['--version']);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(seconds).toBeLessThan(2);
  });

  test('may stop reading in the middle', async () => {
    const long = file('long.txt', STATEMENT.repeat(5000));
    const { code, stdout, stderr } = await shell(`set -o pipefail; $SERVANDA structure ${long} | head -n 1`);
    expect([code, stderr]).toEqual([0, '']);
    expect(records(stdout)).toHaveLength(1);
  });

  test('is told when the disk that takes the output is full', async () => {
    if (!existsSync('/dev/full')) return;
    const { code, stderr } = await shell(`$SERVANDA structure ${file('short.txt', STATEMENT)} > /dev/full`);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^servanda: The disk .+ is full.+\n$/)]);
  });

  test('reads the problems in the language of the terminal', async () => {
    const { stderr } = await servanda(['structure', 'nowhere.txt'], { env: { LC_ALL: 'vi_VN.UTF-8' } });
    expect(stderr).toContain('nowhere.txt');
    expect(stderr).not.toContain('There is no file');
  });
});

describe('input that cannot be used', () => {
  const refused: readonly (readonly [string, () => string, RegExp])[] = [
    ['a missing file', () => join(folder, 'missing.txt'), /missing\.txt/],
    ['a folder', () => folder, /folder/],
    ['an empty file', () => file('empty.txt', ''), /empty\.txt.* is empty/],
    ['a file of blanks', () => file('blank.txt', ' \n\t\n'), /blank\.txt.* is empty/],
    ['a .docx that is not a zip', () => file('fake.docx', 'not a zip'), /fake\.docx.*cannot be opened/],
    ['a binary named .txt', () => file('picture.txt', new Uint8Array(PNG)), /picture\.txt/],
    ['a format nobody reads', () => file('film.mp4', 'x'), /film\.mp4/],
    ['a file of 200 MB', () => file('huge.txt', new Uint8Array(200 << 20)), /huge\.txt.*200 MB.*64 MB/],
  ];

  test.each(refused)('%s is named on one line, with exit code 2', async (_, make, said) => {
    const { code, stdout, stderr, seconds } = await servanda(['structure', make()]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^servanda: .+\n$/);
    expect(stderr).toMatch(said);
    expect(stderr).not.toMatch(/\bat .+:\d+:\d+/);
    expect(seconds).toBeLessThan(5);
  });

  test('the technical details are there for who asks for them', async () => {
    const { stderr } = await servanda(['structure', 'nowhere.txt'], { env: { SERVANDA_DEBUG: '1' } });
    expect(stderr).toContain('source.ts');
  });

  test('one bad file among good ones is named, the good ones are read', async () => {
    const good = file('good.txt', STATEMENT);
    const { code, stdout, stderr } = await servanda(['extract', good, join(folder, 'missing.txt'), good]);
    expect(code).toBe(2);
    expect(stderr.split('\n')).toHaveLength(2);
    expect(records(stdout)).toHaveLength(2);
  });
});

describe('input of every kind', () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(STATEMENT, 'utf16le')]);
  test.each([
    ['UTF-8', Buffer.from(STATEMENT)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${STATEMENT}`)],
    ['UTF-16', utf16],
    ['Windows line ends', Buffer.from(STATEMENT.replace('\n', '\r\n'))],
  ])('%s is read the same', async (title, bytes) => {
    const { stdout } = await servanda(['extract', file(`${title}.txt`, bytes)]);
    expect(records(stdout)[0]).toMatchObject({ quote: 'open the Tarn bridge in 2031', start: 21, end: 49 });
  });

  test('standard input is read as text', async () => {
    const { stdout } = await servanda(['structure', '-'], { stdin: STATEMENT });
    expect(records(stdout)).toMatchObject([{ line: 1, role: 'paragraph', lang: 'en' }]);
  });

  test('names in any script, with blanks, and two files of one name are read', async () => {
    const a = file('một/Tuyên bố chung 联合.txt', STATEMENT);
    const b = file('hai/Tuyên bố chung 联合.txt', STATEMENT);
    const { code, stdout } = await servanda(['extract', a, b]);
    expect(code).toBe(0);
    expect(records(stdout).map(({ doc }) => doc)).toEqual(['Tuyên bố chung 联合.txt', 'Tuyên bố chung 联合.txt']);
  });
});

describe('an older Node', () => {
  const system = '/usr/bin/node';
  if (!existsSync(system)) {
    test(`skipped: no ${system} on this machine`, () => {});
    return;
  }
  test('hands over to the one that npm brought', async () => {
    const { code, stdout } = await shell(`${system} ${join(ROOT, 'bin/servanda.js')} --version`);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^\d/)]);
  });

  test('says what to do where npm brought none', async () => {
    const copy = join(folder, 'copy');
    const script = `mkdir -p ${copy}/node_modules/commander && cp -r ${ROOT}/bin ${copy}/ && echo '{"type":"module"}' > ${copy}/package.json`;
    const major = Number((await shell(`${system} -p 'process.versions.node.split(".")[0]'`)).stdout);
    if (major >= 26) return;
    const { code, stderr } = await shell(`${script} && ${system} ${copy}/bin/servanda.js --version`);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^servanda: needs Node 26; .*npm ci.*\n$/);
  });
});

const PNG = [
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1,
];

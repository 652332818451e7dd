import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { records, servanda, shell } from './terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'servanda-register-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const env = { SERVANDA_DATA: join(folder, 'data') };
const statement = join(folder, 'statement.txt');
writeFileSync(
  statement,
  `1. Both sides agreed to open the Tarn bridge in 2031.

2. Both sides agreed to protect the forest of Ulmwald, where the river Tarn rises between the two countries.

3. The old town hall of Ulmwald, with its nine windows and its bell of 1402, stands where three roads of the valley meet.
`,
);

interface Imported {
  readonly state: string;
  readonly commitments: number;
  readonly expression: string;
}

describe('the register from the terminal', { timeout: 120_000 }, () => {
  test('import tells the outcome of each file, and goes on after a bad one', async () => {
    const { code, stdout, stderr } = await servanda(['import', join(folder, 'gone.txt'), statement], { env });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^servanda: .*gone\.txt.*\n$/);
    expect(records<Imported>(stdout)).toMatchObject([{ file: statement, state: 'new', commitments: 2 }]);
  });

  test('the same file again changes nothing; a corrected one is a new version', async () => {
    const [again] = records<Imported>((await servanda(['import', statement], { env })).stdout);
    expect(again).toMatchObject({ state: 'unchanged', commitments: 2 });
    writeFileSync(statement, readFileSync(statement, 'utf8').replace('2031', '2032'));
    const [corrected] = records<Imported>((await servanda(['import', statement], { env })).stdout);
    expect(corrected).toMatchObject({ state: 'new-version', expression: again?.expression });
  });

  test('progress stands on stderr alone, for who asks', async () => {
    const { stdout, stderr } = await servanda(['import', statement], { env });
    expect(stderr).toBe('');
    expect(records(stdout)).toHaveLength(1);
  });

  test('export writes the table in the language asked for, or the whole register', async () => {
    const csv = (await servanda(['export', '--locale', 'vi'], { env })).stdout;
    expect(csv.startsWith('\uFEFFNguyên văn,')).toBe(true);
    expect(csv.trimEnd().split('\r\n')).toHaveLength(3);
    expect(csv).toContain('open the Tarn bridge in 2032');
    const { stdout } = await servanda(['export', '--format', 'json'], { env });
    expect(JSON.stringify(JSON.parse(stdout))).toContain('open the Tarn bridge in 2032');
    expect((await servanda(['export', '--format', 'doc'], { env })).code).toBe(2);
    expect((await shell('set -o pipefail; $SERVANDA export | head -c 5', { env })).code).toBe(0);
  });

  test('a backup brings everything back on another machine, and is not written over', async () => {
    const file = join(folder, 'register.backup');
    expect((await servanda(['backup', file], { env })).code).toBe(0);
    const again = await servanda(['backup', file], { env });
    expect([again.code, again.stderr]).toEqual([2, expect.stringMatching(/^servanda: .*--force.*\n$/)]);
    const other = { SERVANDA_DATA: join(folder, 'other') };
    expect((await servanda(['restore', file], { env: other })).code).toBe(0);
    const table = async (env: Record<string, string>) => (await servanda(['export'], { env })).stdout;
    expect(await table(other)).toBe(await table(env));
    const full = await servanda(['restore', file], { env: other });
    expect([full.code, full.stderr]).toEqual([2, expect.stringMatching(/^servanda: .+\n$/)]);
    expect((await servanda(['restore', '--replace', file], { env: other })).code).toBe(0);
    const rebuilt = await servanda(['rebuild'], { env: other });
    expect([rebuilt.code, rebuilt.stderr]).toEqual([0, expect.stringMatching(/^servanda: \d+ commitments .+\n$/)]);
    expect(await table(other)).toBe(await table(env));
  });

  test('a backup that is none is refused', async () => {
    const { code, stderr } = await servanda(['restore', statement], { env: { SERVANDA_DATA: join(folder, 'third') } });
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^servanda: .+\n$/)]);
  });

  test('a data folder that cannot be made is named', async () => {
    const { code, stderr } = await servanda(['migrate'], { env: { SERVANDA_DATA: join(statement, 'below-a-file') } });
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^servanda: .*below-a-file.*\n$/)]);
  });

  test('a database that does not answer is named', async () => {
    const { code, stderr } = await servanda(['migrate'], { env: { DATABASE_URL: 'postgres://localhost:9/none' } });
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^servanda: The database cannot be reached.+\n$/)]);
  });
});

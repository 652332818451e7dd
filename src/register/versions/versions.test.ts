import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  citePassage,
  editBeads,
  type Finding,
  findingNames,
  judgedFindings,
  type LinkEdit,
  movedBeads,
  type PassageBead,
  passageFinder,
  reduceVersions,
  type VersionsAction,
  type VersionsBody,
} from './index.ts';

const LINES = ['alpha one', 'beta two', 'gamma three', 'delta four', 'epsilon five'];

function textOf(lines: readonly string[]) {
  const passages = lines.map((line, index) => {
    const start = lines.slice(0, index).join('\n').length + (index > 0 ? 1 : 0);
    return { span: { start, end: start + line.length } };
  });
  return { text: lines.join('\n'), passages };
}

const A = textOf(LINES);
const B = textOf(LINES.map((line) => line.toUpperCase()));
const find = { a: passageFinder(A.text, A.passages), b: passageFinder(B.text, B.passages) };

const edit = (type: 'link' | 'unlink', a: readonly number[], b: readonly number[]): LinkEdit => ({
  type,
  a: a.map((one) => citePassage(A.text, A.passages[one] as (typeof A.passages)[number])),
  b: b.map((one) => citePassage(B.text, B.passages[one] as (typeof B.passages)[number])),
});

const bead = (a: readonly number[], b: readonly number[]): PassageBead => ({ a, b, score: 0.9, why: [] });
const RULES = [bead([0], [0]), bead([1, 2], [1]), bead([3], []), bead([], [2]), bead([4], [3, 4])];
const shapes = (beads: readonly Pick<PassageBead, 'a' | 'b'>[]) => beads.map(({ a, b }) => `${a}=${b}`);

const FINDING: Finding = {
  ...{ type: 'omitted', severity: 'critical', side: 'b', rule: 'omitted/passage', details: {} },
  ...{ a: { span: { start: 0, end: 9 }, quote: 'alpha one' }, b: null },
};

function log(...bodies: (VersionsBody | 'undo')[]): VersionsAction[] {
  const actions: VersionsAction[] = [];
  for (const given of bodies) {
    const undoes = reduceVersions(actions).undoable ?? 'nothing';
    const body: VersionsBody = given === 'undo' ? { type: 'undo', undoes } : given;
    const sequence = actions.length + 1;
    actions.push({ id: `v${sequence}`, sequence, at: '2026-03-01T08:00:00Z', by: 'mai', body });
  }
  return actions;
}

const judge = (verdict: 'true' | 'false' | null, note = ''): VersionsBody => ({
  ...{ type: 'judge', key: 'k', finding: FINDING, verdict, note },
});

test('two passages linked by hand leave the beads of the rules', () => {
  const { beads, lost } = editBeads(RULES, [edit('link', [3], [2])], find);
  expect(shapes(beads)).toEqual(['0=0', '1,2=1', '3=2', '4=3,4']);
  expect(beads[2]).toMatchObject({ origin: 'person', score: 1 });
  expect(lost).toBe(0);
});

test('a passage linked with two, one after the other, is one bead with both', () => {
  const edits = [edit('link', [3], [2]), edit('link', [3], [3])];
  expect(shapes(editBeads(RULES, edits, find).beads)).toEqual(['0=0', '1,2=1', '3=2,3', '4=4']);
});

test('a bead unlinked by hand falls apart, whoever made it', () => {
  expect(shapes(editBeads(RULES, [edit('unlink', [1, 2], [1])], find).beads)).toContain('1=');
  const edits = [edit('link', [3], [2]), edit('unlink', [3], [2])];
  expect(shapes(editBeads(RULES, edits, find).beads).sort()).toEqual(shapes(RULES).sort());
});

test('a link is kept where the text moves on, and reported lost where its words are gone', () => {
  const later = textOf(['a new line', 'NEW', ...LINES]);
  const moved = { ...find, a: passageFinder(later.text, later.passages) };
  expect(shapes(editBeads([], [edit('link', [3], [2])], moved).beads)).toEqual(['5=2']);
  const shorter = textOf(LINES.slice(0, 3));
  const gone = { ...find, a: passageFinder(shorter.text, shorter.passages) };
  expect(editBeads([], [edit('link', [3], [2])], gone)).toEqual({ beads: [], lost: 1 });
});

const edits = fc.array(
  fc.record({
    type: fc.constantFrom('link' as const, 'unlink' as const),
    a: fc.uniqueArray(fc.nat(4), { minLength: 1, maxLength: 2 }),
    b: fc.uniqueArray(fc.nat(4), { minLength: 1, maxLength: 2 }),
  }),
  { maxLength: 8 },
);

test('whatever is linked and unlinked, every passage of both texts stands in exactly one bead', () => {
  fc.assert(
    fc.property(edits, (wanted) => {
      const { beads } = editBeads(
        RULES,
        wanted.map(({ type, a, b }) => edit(type, a, b)),
        find,
      );
      for (const side of ['a', 'b'] as const) {
        expect(beads.flatMap((one) => one[side]).sort()).toEqual([0, 1, 2, 3, 4]);
      }
      expect(beads.every(({ a, b }) => a.length + b.length > 0)).toBe(true);
    }),
  );
});

test('the last word on two passages holds', () => {
  fc.assert(
    fc.property(edits, fc.nat(4), fc.nat(4), (wanted, a, b) => {
      const before = wanted.map((one) => edit(one.type, one.a, one.b));
      const together = (one: Pick<PassageBead, 'a' | 'b'>) => one.a.includes(a) && one.b.includes(b);
      expect(editBeads(RULES, [...before, edit('link', [a], [b])], find).beads.some(together)).toBe(true);
    }),
  );
});

test('a judgement stands until it is taken back or judged anew', () => {
  expect(reduceVersions(log(judge('true', 'say “sign”'))).judgements.get('k')).toMatchObject({
    verdict: 'true',
    note: 'say “sign”',
    by: 'mai',
  });
  expect(reduceVersions(log(judge('true'), judge('false'))).judgements.get('k')?.verdict).toBe('false');
  expect(reduceVersions(log(judge('true'), judge('false'), 'undo')).judgements.get('k')?.verdict).toBe('true');
  expect(reduceVersions(log(judge('true'), judge(null))).judgements.size).toBe(0);
});

test('undo of nothing and a gap in the sequence are refused', () => {
  expect(() => reduceVersions(log('undo'))).toThrow('action-not-allowed');
  expect(() => reduceVersions(log(judge('true')).map((one) => ({ ...one, sequence: 2 })))).toThrow(
    'action-not-allowed',
  );
});

test('undoing all that people did gives back the texts as the rules see them', () => {
  const body = fc.oneof(
    fc.constantFrom(judge('true'), judge('false'), judge(null)),
    edits.map((all) => edit('link', all[0]?.a ?? [0], all[0]?.b ?? [0])),
  );
  fc.assert(
    fc.property(fc.array(body, { maxLength: 12 }), (bodies) => {
      let taken: (VersionsBody | 'undo')[] = bodies;
      while (reduceVersions(log(...taken)).undoable !== null) taken = [...taken, 'undo'];
      const { edits: left, judgements, version } = reduceVersions(log(...taken));
      expect([left, judgements.size, version]).toEqual([[], 0, bodies.length * 2]);
    }),
  );
});

test('a finding keeps its name whatever rule reports it; equal ones are counted', () => {
  const [first, second, third] = findingNames([
    FINDING,
    { ...FINDING, rule: 'omitted/other' },
    { ...FINDING, b: FINDING.a },
  ]);
  expect(second).toBe(`${first}\n2`);
  expect(third).not.toBe(first);
});

test('what was judged and is not found any more stays in the list and says so', () => {
  const { judgements } = reduceVersions(log(judge('false', 'said in the title')));
  expect(judgedFindings([], judgements)).toMatchObject([{ key: 'k', found: false, judgement: { verdict: 'false' } }]);
  expect(judgedFindings([{ ...FINDING, key: 'k' }], judgements)).toMatchObject([{ key: 'k', found: true }]);
});

test('only the passages that changed places are called moved', () => {
  const beads = [bead([0], [0]), bead([1], [4]), bead([2], [1]), bead([3], []), bead([4], [2])];
  expect([...movedBeads(beads)]).toEqual([1]);
  expect(movedBeads(RULES).size).toBe(0);
});

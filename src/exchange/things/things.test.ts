import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentHash, editHash, reduceThing, type ThingAgreement, type ThingEdit } from './reduce.ts';

const SIDES = ['XL', 'XT'];

function edit(party: string, title: string, ...parents: ThingEdit[]): ThingEdit {
  const made = {
    thing: 't',
    party,
    at: '2026-11-22T08:00:00Z',
    content: { title },
    parents: parents.map((one) => one.edit).sort(),
  };
  return { kind: 'edit', ...made, edit: editHash(made) };
}
const agree = (party: string, to: ThingEdit): ThingAgreement => ({
  ...{ kind: 'agree', thing: 't', agrees: to.edit, party, at: '2026-11-22T09:00:00Z' },
});

test('words are agreed once every side holds exactly them, and both hold the same hash', () => {
  const [first] = [edit('XL', 'Mở đường')];
  expect(reduceThing([first], SIDES).standing).toBe('proposed');
  const state = reduceThing([first, agree('XT', first)], SIDES);
  expect([state.standing, state.heads[0]?.hash]).toEqual(['agreed', contentHash({ title: 'Mở đường' })]);
  const changed = edit('XT', 'Mở đường sắt', first);
  expect(reduceThing([first, agree('XT', first), changed], SIDES)).toMatchObject({
    standing: 'proposed',
    heads: [{ agreed: ['XT'] }],
  });
});

test('two edits that did not see each other are both kept until a person chooses', () => {
  const first = edit('XL', 'a');
  const [here, there] = [edit('XL', 'b', first), edit('XT', 'c', first)];
  const both = reduceThing([first, here, there, agree('XT', here)], SIDES);
  expect([both.standing, both.heads.map(({ content }) => content.title).sort()]).toEqual(['conflict', ['b', 'c']]);
  const chosen = edit('XT', 'c', here, there);
  expect(reduceThing([first, here, there, chosen], SIDES)).toMatchObject({
    standing: 'proposed',
    heads: [{ edit: chosen.edit }],
  });
});

test('what is known adds up to the same in whatever order it comes, and however often', () => {
  const first = edit('XL', 'a');
  const [here, there] = [edit('XL', 'b', first), edit('XT', 'c', first)];
  const last = edit('XL', 'd', here, there);
  const all = [first, here, there, last, agree('XT', last)];
  const shuffled = fc.shuffledSubarray([...all, ...all], { minLength: 10 });
  fc.assert(
    fc.property(shuffled, (entries) => {
      expect(reduceThing(entries, SIDES)).toEqual(reduceThing(all, SIDES));
    }),
  );
  expect(reduceThing([last], SIDES).missing).toEqual([here.edit, there.edit].sort());
});

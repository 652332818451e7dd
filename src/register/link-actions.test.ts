import { describe, expect, test } from 'vitest';
import { type LinkAction, reduceLink } from './link-actions.ts';

const actions = (...bodies: LinkAction['body'][]): LinkAction[] => bodies.map((body, at) => ({ id: `a${at}`, body }));

describe('a link between commitments', () => {
  test('is undecided until a person has looked', () => {
    expect(reduceLink('continued', [])).toEqual({
      decision: 'undecided',
      relation: 'continued',
      undoable: null,
      version: 0,
    });
  });

  test('keeps the relation a person gave it, through confirming and rejecting', () => {
    const log = actions({ type: 'correct', relation: 'weakened' }, { type: 'reject' }, { type: 'confirm' });
    expect(reduceLink('continued', log.slice(0, 1))).toMatchObject({ decision: 'corrected', relation: 'weakened' });
    expect(reduceLink('continued', log.slice(0, 2))).toMatchObject({ decision: 'rejected', undoable: 'a1' });
    expect(reduceLink('continued', log)).toMatchObject({ decision: 'corrected', relation: 'weakened', version: 3 });
  });

  test('returns step by step to what the rules said', () => {
    const log = actions(
      { type: 'correct', relation: 'weakened' },
      { type: 'reject' },
      { type: 'undo', undoes: 'a1' },
      { type: 'undo', undoes: 'a0' },
    );
    expect(reduceLink('continued', log.slice(0, 3))).toMatchObject({ decision: 'corrected', undoable: 'a0' });
    expect(reduceLink('continued', log)).toMatchObject({ decision: 'undecided', relation: 'continued' });
  });

  test('that a person added and took back is gone', () => {
    const log = actions({ type: 'add', relation: 'localised' }, { type: 'undo', undoes: 'a0' });
    expect(reduceLink(null, log.slice(0, 1))).toMatchObject({ decision: 'confirmed', relation: 'localised' });
    expect(reduceLink(null, log)).toMatchObject({ decision: 'rejected', relation: null });
  });
});

import { useMay } from '../../data/session.ts';
import type { Shortcut } from '../../parts/shortcuts.tsx';
import { type Keys, useKeys } from '../../parts/use-keys.ts';
import type { Reading } from './use-reading.ts';
import { type Edge, moveEdge } from './words.ts';

export const READER_SHORTCUTS: readonly Shortcut[] = [
  ['J K', 'shortcuts.move'],
  ['N', 'shortcuts.next-undecided'],
  ['C', 'shortcuts.confirm'],
  ['E', 'shortcuts.edit'],
  ['X', 'shortcuts.reject'],
  ['U', 'shortcuts.undo'],
  ['M', 'shortcuts.mark'],
  ['P', 'shortcuts.picture'],
  ['W', 'shortcuts.words'],
  ['A', 'shortcuts.confirm-identity'],
  ['D', 'shortcuts.next-doubtful'],
  ['/', 'shortcuts.find'],
  ['[ { Alt+Shift+← →', 'shortcuts.span-start'],
  ['] } Shift+← →', 'shortcuts.span-end'],
  ['Esc', 'shortcuts.leave'],
  ['?', 'shortcuts.show'],
];

interface Others {
  readonly mark: () => void;
  readonly find: () => void;
  readonly shortcuts: () => void;
  readonly confirmIdentity: () => void;
  readonly doubtful: () => void;
  /** Only where pages were read as pictures. */
  readonly picture?: () => void;
  readonly words?: () => void;
}

/** The Reader by keyboard. */
export function useReaderKeys(reading: Reading, others: Others): void {
  const may = useMay('decide');
  const { mode, draft, chosen, text } = reading;
  const move = (edge: Edge, step: 1 | -1) => () => {
    if (draft && chosen) reading.redraft({ span: moveEdge(text.text, draft.span, edge, step, chosen.language) });
    else reading.edit();
  };
  const always: Keys = { '?': others.shortcuts, '/': others.find };
  const editing: Keys = {
    '[': move('start', -1),
    '{': move('start', 1),
    ']': move('end', 1),
    '}': move('end', -1),
    'Shift+ArrowRight': move('end', 1),
    'Shift+ArrowLeft': move('end', -1),
    'Alt+Shift+ArrowRight': move('start', 1),
    'Alt+Shift+ArrowLeft': move('start', -1),
    Enter: reading.save,
    Escape: reading.cancel,
  };
  const deciding: Keys = {
    c: reading.confirm,
    e: reading.edit,
    x: reading.askReject,
    u: reading.undo,
    m: others.mark,
    a: others.confirmIdentity,
    '[': reading.edit,
    ']': reading.edit,
  };
  const looking: Keys = {
    j: () => reading.step(1),
    k: () => reading.step(-1),
    n: () => reading.nextUndecided(),
    d: others.doubtful,
    p: others.picture,
    w: others.words,
    escape: () => reading.choose(null),
    ...(may && deciding),
  };
  useKeys({ ...always, ...(mode === 'edit' ? editing : mode === 'reject' ? { Escape: reading.cancel } : looking) });
}

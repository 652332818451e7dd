import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useSpeech } from '../../../app/locale.tsx';
import { call } from '../../../client.ts';
import { type ScanText, scanQuery } from '../../../data/queries.ts';
import { useErrorText } from '../../../parts/states.tsx';
import { toast } from '../../../parts/toasts.tsx';
import type { Word } from './scan-words.ts';
import type { Scanned } from './use-scan.ts';

/** A word that was looked at: the same words where it is right as it was read. */
export interface Edit {
  readonly word: Word;
  readonly words: string;
}

/** Puts what the server keeps now in the place of what was on screen. */
function useSettled(id: string) {
  const queries = useQueryClient();
  return async (scan: ScanText) => {
    queries.setQueryData(scanQuery(id).queryKey, scan);
    await queries.invalidateQueries({ queryKey: ['expression', id] });
    for (const key of ['works', 'register', 'commitment']) void queries.invalidateQueries({ queryKey: [key] });
  };
}

/** Takes the latest corrections back. */
export function useUndoCorrection({ expressionId }: Scanned) {
  const { t } = useSpeech();
  const say = useErrorText();
  const settle = useSettled(expressionId);
  return async (version: number) => {
    try {
      await settle(await call('undoCorrection', { params: { id: expressionId }, body: { version } }));
      toast({ text: t('scan.undone') });
    } catch (error) {
      toast({ text: say(error), tone: 'failure' });
    }
  };
}

/** Going through the words of a scan and putting them right; nothing is kept until it is saved. */
export function useCorrection(text: string, scanned: Scanned) {
  const { t } = useSpeech();
  const say = useErrorText();
  const settle = useSettled(scanned.expressionId);
  const undo = useUndoCorrection(scanned);
  const [at, setAt] = useState<number | null>(null);
  const [edits, setEdits] = useState<ReadonlyMap<number, Edit>>(new Map());
  const [saving, setSaving] = useState(false);
  const { words, doubtful, expressionId, version } = scanned;
  const current = at === null ? null : (words[at] ?? null);
  const read = (word: Word) => text.slice(word.span.start, word.span.end);
  const open = useMemo(() => doubtful.filter((word) => !edits.has(word.index)), [doubtful, edits]);

  /** The doubtful word after or before the present one, round at the ends. */
  const step = (by: 1 | -1, left: readonly Word[] = doubtful) => {
    const from = at ?? -1;
    const next = by > 0 ? left.find(({ index }) => index > from) : left.findLast(({ index }) => index < from);
    setAt((next ?? (by > 0 ? left[0] : left.at(-1)))?.index ?? at);
  };
  const accept = (given: string) => {
    if (!current) return;
    const clean = given.normalize('NFC').replace(/\s+/g, ' ').trim();
    setEdits(new Map(edits).set(current.index, { word: current, words: clean }));
    step(
      1,
      open.filter(({ index }) => index !== current.index),
    );
  };
  const drop = (index: number) => {
    const left = new Map(edits);
    left.delete(index);
    setEdits(left);
    setAt(index);
  };
  const leave = () => {
    setAt(null);
    setEdits(new Map());
  };
  const save = async () => {
    if (edits.size === 0 || saving) return;
    setSaving(true);
    const changes = [...edits.values()].map(({ word, words }) => ({ span: word.span, words }));
    try {
      const after = await call('correctText', { params: { id: expressionId }, body: { version, changes } });
      const count = changes.filter(({ span, words }) => words !== text.slice(span.start, span.end)).length;
      leave();
      await settle(after);
      const back = { label: t('decide.undo'), run: () => void undo(after.version) };
      toast({ text: t('scan.saved', { count, right: changes.length - count }), undo: back });
    } catch (error) {
      toast({ text: say(error), tone: 'failure' });
    } finally {
      setSaving(false);
    }
  };
  return {
    current,
    edits,
    left: open.length,
    saving,
    read,
    /** Starts with the first doubtful word, or with one that was chosen. */
    begin: (word?: Word) => setAt((word ?? doubtful[0] ?? words[0])?.index ?? null),
    step,
    accept,
    drop,
    leave,
    save,
  };
}

export type Correction = ReturnType<typeof useCorrection>;

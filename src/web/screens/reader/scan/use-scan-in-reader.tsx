import { type RefObject, useEffect, useMemo } from 'react';
import type { Span } from '../../../../kernel/index.ts';
import { offsetAt } from '../caret.ts';
import { useLight } from '../lights.ts';
import type { Reading } from '../use-reading.ts';
import { PagePanel } from './page-panel.tsx';
import { ScanButtons } from './scan-buttons.tsx';
import { type Word, wordAt } from './scan-words.ts';
import { type Correction, useCorrection } from './use-correction.ts';
import { usePointing, useWordLights } from './use-pointing.ts';
import { type Scanned, useScan } from './use-scan.ts';
import { WordPanel } from './word-panel.tsx';

interface Screen {
  /** Changes where the text was drawn again. */
  readonly drawn: unknown;
  readonly narrow: boolean;
  readonly show: (span: Span) => void;
}

/** While words are put right, a click on one in the text takes it up. */
function useTaking(article: RefObject<HTMLElement | null>, { words }: Scanned, { current, begin }: Correction): void {
  const on = current !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: begin does the same whenever it was made
  useEffect(() => {
    const host = article.current;
    if (!host || !on) return;
    const click = (event: MouseEvent) => {
      const offset = offsetAt(event.clientX, event.clientY);
      const word = offset === null ? null : wordAt(words, offset);
      if (!word) return;
      event.stopPropagation();
      begin(word);
    };
    host.addEventListener('click', click, { capture: true });
    return () => host.removeEventListener('click', click, { capture: true });
  }, [article, words, on]);
}

function useCorrectionLights(
  article: RefObject<HTMLElement | null>,
  { current, edits }: Correction,
  drawn: unknown,
): void {
  const here = useMemo(() => (current ? [current.span] : []), [current]);
  const respelt = useMemo(() => [...edits.values()].map(({ word }) => word.span), [edits]);
  useLight(article, 'respelt', respelt, drawn);
  useLight(article, 'current', here, drawn);
}

/** What a scan adds to the Reader: the pages beside the text, its doubtful words, and putting them right. */
export function useScanInReader(
  reading: Reading,
  article: RefObject<HTMLElement | null>,
  { drawn, narrow, show }: Screen,
) {
  const { text, search, chosen, narrow: address } = reading;
  const scanned = useScan(text);
  const correction = useCorrection(text.text, scanned);
  const { current } = correction;
  const shown = text.scanned && (search.picture ?? (narrow ? 'off' : 'on')) === 'on';
  usePointing(article, scanned, shown);
  useWordLights(article, scanned, text.scanned, drawn);
  useCorrectionLights(article, correction, drawn);
  useTaking(article, scanned, correction);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another word moves the window
  useEffect(() => {
    if (current) show(current.span);
  }, [current]);
  const toggle = () => address({ picture: shown ? 'off' : 'on' });
  const correct = () => (current ? correction.leave() : correction.begin());
  const choose = (word: Word) => (current ? correction.begin(word) : show(word.span));
  return {
    keys: text.scanned ? { picture: toggle, words: correct } : {},
    buttons: text.scanned && (
      <ScanButtons
        picture={shown}
        doubtful={scanned.doubtful.length}
        correcting={current !== null}
        onPicture={toggle}
        onCorrect={correct}
      />
    ),
    picture: shown && (
      <PagePanel
        scanned={scanned}
        article={article}
        narrow={narrow}
        lit={current ? null : (chosen?.span ?? null)}
        current={current}
        onChoose={choose}
      />
    ),
    words: current && <WordPanel scanned={scanned} correction={correction} language={text.expression.language} />,
  };
}

import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { type ReaderText, type ScanText, scanQuery } from '../../../data/queries.ts';
import { type Word, wordsOf } from './scan-words.ts';

const NO_WORDS: readonly Word[] = [];

/** The scan of a text: its pages and words, and the word that is pointed at, in the text or on the page. */
export function useScan(text: ReaderText) {
  const query = useQuery({ ...scanQuery(text.expression.id), enabled: text.scanned });
  const [pointed, setPointed] = useState<Word | null>(null);
  // Words of another version stand elsewhere in the text: none are shown until both are of the same.
  const scan: ScanText | null = query.data?.version === text.expression.version ? query.data : null;
  const words = useMemo(() => (scan ? wordsOf(scan) : NO_WORDS), [scan]);
  const doubtful = useMemo(() => words.filter(({ state }) => state === 'doubtful'), [words]);
  return {
    expressionId: text.expression.id,
    version: text.expression.version,
    scan,
    words,
    doubtful,
    error: query.error,
    pointed: pointed !== null && words[pointed.index] === pointed ? pointed : null,
    point: setPointed,
  };
}

export type Scanned = ReturnType<typeof useScan>;

/** Address of the picture of a page. */
export function pictureOf(expressionId: string, page: number): string {
  return `/api/expressions/${encodeURIComponent(expressionId)}/pages/${page}`;
}

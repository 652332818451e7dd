import type { Reading } from '../commitments/index.ts';
import type { CoverageCounts, ManifestationParts, TextCorrection, WordRow } from '../db/index.ts';
import type { Document, Format, Scan, ScanPage } from '../documents/index.ts';
import type { ReadText } from './reading/read-text.ts';

/** A version of an expression's text about to be kept: a file, or what a person made of the text of one. */
export interface Version {
  readonly id: string;
  readonly expressionId: string;
  readonly version: number;
  readonly at: string;
  readonly by: string;
  readonly file: {
    readonly name: string;
    readonly format: Format;
    readonly encoding: string | null;
    readonly sha256: string;
    readonly size: number;
    /** None where `corrected` names the file. */
    readonly bytes: Uint8Array;
  };
  /** The file it is a part of, and where the part begins there. */
  readonly part?: { readonly of: string | null; readonly start: number | null };
  readonly corrected: {
    readonly corrects: string;
    readonly corrections: readonly TextCorrection[];
    readonly undoes: number | null;
  } | null;
}

/** The rows a version of a text is kept in. */
export function manifestationParts(
  { id, expressionId, version, at, by, file, corrected, part }: Version,
  { document, reading, sketch, messages }: ReadText,
): ManifestationParts {
  const { name, format, encoding, sha256, size, bytes } = file;
  const manifestation = {
    ...{ id, expression_id: expressionId, version, name, format, encoding, sha256, size, bytes },
    ...{ text: document.text, sketch, messages },
    coverage: countCoverage(document, reading),
    body_names: reading.names,
    ...{ part_of: part?.of ?? null, part_start: part?.start ?? null },
    imported_at: at,
    imported_by: by,
    line_hints: document.scan ? lineHints(document.scan) : null,
    ...(corrected ?? { corrects: null, corrections: null, undoes: null }),
  };
  return {
    manifestation,
    provisions: provisionRows(document, id),
    sentences: sentenceRows(document, reading, id),
    pages: {
      starts: document.pages.map((page) => ({ manifestation_id: id, ...page })),
      scanned: (document.scan?.pages ?? []).map((page) => scanPageRow(page, id)),
      pictures: (document.scan?.pictures ?? []).map((picture) => ({ manifestation_id: id, ...picture })),
    },
  };
}

function lineHints({ hints }: Scan) {
  return { headings: [...hints.headings], asides: [...hints.asides] };
}

function scanPageRow({ number, width, height, words }: ScanPage, manifestation_id: string) {
  const rows = words.map(({ span, box, confidence }): WordRow => {
    return [span.start, span.end, box.left, box.top, box.width, box.height, Math.round(confidence * 100) / 100];
  });
  return { manifestation_id, number, width, height, words: rows };
}

function provisionRows({ provisions }: Document, manifestation_id: string): ManifestationParts['provisions'] {
  return provisions.map(({ index, role, span, marker, path, eId, level, parent, language }) => ({
    manifestation_id,
    ...{ index, role, path, level, parent, language },
    span_start: span.start,
    span_end: span.end,
    marker_start: marker?.start ?? null,
    marker_end: marker?.end ?? null,
    eid: eId,
  }));
}

/** A sentence the rules say nothing of counts as unread: nothing is passed over without a trace. */
function coverageOf({ coverage }: Reading) {
  const states = new Map(coverage.map((one) => [one.sentence, one]));
  return (sentence: number) => states.get(sentence) ?? { state: 'unread' as const, reason: 'unread:no-answer' };
}

function sentenceRows(
  { sentences }: Document,
  reading: Reading,
  manifestation_id: string,
): ManifestationParts['sentences'] {
  const of = coverageOf(reading);
  return sentences.map(({ index, provision, span, language }) => {
    const { state, reason } = of(index);
    return { manifestation_id, index, provision, span_start: span.start, span_end: span.end, language, state, reason };
  });
}

function countCoverage({ sentences }: Document, reading: Reading): CoverageCounts {
  const of = coverageOf(reading);
  const counts = { sentences: sentences.length, commitment: 0, support: 0, position: 0, record: 0, none: 0, unread: 0 };
  for (const { index } of sentences) counts[of(index).state]++;
  return counts;
}

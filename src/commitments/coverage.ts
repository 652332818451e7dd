import type { Kind } from '../vocabulary/index.ts';
import type { SentenceCoverage } from './model.ts';
import type { SentenceReading } from './reading/unit.ts';

const ORDER: readonly Kind[] = ['commitment', 'support', 'record', 'position'];

/** What became of a sentence: the kind that matters most among its units, or why it has none. */
export function coverageOf(sentence: number, reading: SentenceReading): SentenceCoverage {
  for (const kind of ORDER) {
    const unit = reading.units.find((candidate) => candidate.kind === kind);
    if (unit !== undefined) return { sentence, state: kind, reason: unit.reasons[0]?.rule ?? 'verb:unknown' };
  }
  return { sentence, state: 'none', reason: reading.reason };
}

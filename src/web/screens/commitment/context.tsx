import { direction, type Span } from '../../../kernel/index.ts';
import type { Detail } from '../../data/queries.ts';
import { lineClass } from '../../parts/ladder.tsx';

interface Piece extends Span {
  readonly quoted: boolean;
  readonly lit: boolean;
}

/** Cuts a stretch at the ends of the quote and of what is lit. */
function pieces(all: Span, quote: Span, lit: readonly Span[]): Piece[] {
  const inside = (offset: number) => offset > all.start && offset < all.end;
  const cuts = new Set([quote, ...lit].flatMap((span) => [span.start, span.end]).filter(inside));
  const edges = [all.start, ...[...cuts].sort((a, b) => a - b), all.end];
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? all.end;
    const within = (span: Span) => span.start <= start && span.end >= end;
    return { start, end, quoted: within(quote), lit: lit.some(within) };
  });
}

/** The quote in its provision; `lit` are the words that a field or reason was read from. */
export function Context({ detail, lit }: { readonly detail: Detail; readonly lit: readonly Span[] }) {
  const { before, quote, after, span } = detail;
  const start = span.start - before.length;
  const text = before + quote + after;
  return (
    <p
      className="context"
      lang={detail.language === 'und' ? undefined : detail.language}
      dir={direction(detail.language)}
    >
      {pieces({ start, end: start + text.length }, span, lit).map((piece) => {
        const words = text.slice(piece.start - start, piece.end - start);
        const classes = [
          piece.quoted ? `line ${lineClass(detail.kind, detail.strength)} quoted` : '',
          piece.lit ? 'lit' : '',
        ].join(' ');
        return piece.quoted || piece.lit ? (
          <mark key={piece.start} className={classes.trim()}>
            {words}
          </mark>
        ) : (
          <span key={piece.start}>{words}</span>
        );
      })}
    </p>
  );
}

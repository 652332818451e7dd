import type { Kind, Strength } from '../../vocabulary/index.ts';
import { STRENGTHS } from '../../vocabulary/index.ts';
import { useSpeech } from '../app/locale.tsx';

/** Five bars, filled up to the strength; never shown without its word nearby or in a legend. */
export function Ladder({ strength }: { readonly strength: Strength }) {
  const level = STRENGTHS.indexOf(strength);
  return (
    <svg className="ladder" viewBox="0 0 19 16" aria-hidden="true">
      {STRENGTHS.map((step, index) => (
        <rect
          key={step}
          className={index > level ? 'empty' : undefined}
          x={index * 4}
          y={12 - index * 3}
          width={3}
          height={4 + index * 3}
        />
      ))}
    </svg>
  );
}

/** Positions and records have no strength to climb: a hollow and a full square. */
function Square({ full }: { readonly full: boolean }) {
  return (
    <svg className="ladder" viewBox="0 0 19 16" aria-hidden="true">
      <rect
        x={4}
        y={4}
        width={10}
        height={10}
        fill={full ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth={2}
      />
    </svg>
  );
}

/** Whether a unit of that kind asks for something whose strength matters. */
export function hasStrength(kind: Kind): boolean {
  return kind === 'commitment' || kind === 'support';
}

/** Glyph and word: the strength of a commitment, else the kind. */
export function MarkLabel({ kind, strength }: { readonly kind: Kind; readonly strength: Strength }) {
  const { t } = useSpeech();
  return (
    <span className={`mark-label ${kind}`}>
      {hasStrength(kind) ? (
        <Ladder strength={kind === 'support' ? 'support' : strength} />
      ) : (
        <Square full={kind === 'record'} />
      )}
      {kind === 'commitment' ? t(`strength.${strength}`) : t(`kind.${kind}`)}
    </span>
  );
}

/** Class of the line under the words: of its strength for a commitment, of its kind for the others. */
export function lineClass(kind: Kind, strength: Strength): string {
  return kind === 'commitment' ? strength : kind;
}

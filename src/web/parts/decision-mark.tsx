import { Check, CircleDashed, PencilLine, X } from 'lucide-react';
import type { Decision } from '../../register/index.ts';
import { useSpeech } from '../app/locale.tsx';

const ICONS = { undecided: CircleDashed, confirmed: Check, corrected: PencilLine, rejected: X };

/** Where a commitment stands in the eyes of people: sign and word. */
export function DecisionMark({ decision, quiet = false }: { readonly decision: Decision; readonly quiet?: boolean }) {
  const { t } = useSpeech();
  const Icon = ICONS[decision];
  return (
    <span className={`decision-mark ${decision}`}>
      <Icon size={13} strokeWidth={2.25} aria-hidden />
      {quiet ? <span className="visually-hidden">{t(`decision.${decision}`)}</span> : t(`decision.${decision}`)}
    </span>
  );
}

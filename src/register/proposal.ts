import type { Candidate, CommitmentFields } from '../commitments/index.ts';
import type { ActionBody, Basis } from './actions.ts';

/** The fields of a candidate alone. */
export function fieldsOf(candidate: CommitmentFields): CommitmentFields {
  const { kind, actors, action, strength, due, sector, instruments, mechanisms, places } = candidate;
  const { targets, lead, coordinators, report } = candidate;
  const names = { instruments, mechanisms, places, targets, lead, coordinators, report };
  return { kind, actors, action, strength, due, sector, ...names };
}

/** Why the rules propose a candidate. */
export function basisOf({ confidence, why, evidence }: Candidate): Basis {
  return { confidence, why, evidence };
}

/** The action that enters a candidate into the register. */
export function propose(candidate: Candidate): ActionBody {
  const { span, quote } = candidate;
  return { type: 'propose', fields: fieldsOf(candidate), span, quote, basis: basisOf(candidate) };
}

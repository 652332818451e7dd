import { commitmentTerms, presentTask } from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import { proposedDue, proposedMilestones, VERB_FAMILIES, verbFamilyOf } from '../../register/index.ts';
import type { Context } from '../context.ts';
import type { TaskProposal } from './results.ts';

/**
 * What the commitments of a task let propose for its plan: steps by the verb that heads each, a last day by a rule where the text names none,
 * and the words in which it asks for reports. Nothing of it holds until a person takes it over.
 * @throws Problem `not-found`
 */
export async function proposeForTask({ database }: Context, id: string): Promise<TaskProposal[]> {
  const record = await presentTask(database.queries, id);
  if (record === undefined) throw new Problem('not-found', { noun: 'task', id });
  const found = new Map((await commitmentTerms(database.queries, record.commitments)).map((one) => [one.id, one]));
  return record.commitments.flatMap((commitment) => {
    const terms = found.get(commitment);
    if (terms === undefined) return [];
    const { quote, language, strength, action, due_state, work_date, report } = terms;
    const family = verbFamilyOf(action, language);
    const dated = due_state === 'dated' || work_date === null;
    return {
      ...{ commitment, quote, language, action },
      family: VERB_FAMILIES.find((one) => one.id === family)?.names ?? null,
      milestones: family === null ? [] : proposedMilestones(family, strength),
      due: dated ? null : proposedDue(family, strength, work_date),
      reportWords: report?.period || null,
    };
  });
}

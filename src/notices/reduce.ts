import { Problem } from '../kernel/index.ts';
import type { Deed, NoticeAction, NoticeState } from './model.ts';

/**
 * Where the actions of a notice lead to. Two nodes get them in different orders, so that they are taken in the order of their time (of
 * one instant, of their ids): both come to the same. What crossed with the end of a notice is kept and changes no standing.
 * @throws Problem `action-not-allowed` where none of them issues it, or several do
 */
export function reduceNotice(actions: readonly NoticeAction[]): NoticeState {
  const issues = actions.filter(({ body }) => body.type === 'issue');
  const [issue] = issues;
  if (issue?.body.type !== 'issue' || issues.length > 1) {
    throw new Problem('action-not-allowed', { action: issues.length > 1 ? 'issue' : 'none', state: 'notice' });
  }
  const issued = deedOf(issue);
  const first: NoticeState = {
    ...{ notice: issue.body.notice, issued, contents: [issued], received: [], acknowledged: [], taken: null },
    ...{ answers: [], followUps: [], escalations: [], ended: null, standing: 'open' as const },
  };
  let state = first;
  for (const action of inOrder(actions.filter((one) => one !== issue))) state = { ...state, ...changed(state, action) };
  return state;
}

/** Actions by their time, of one instant by their ids; the one that issues comes first. */
export function inOrder<Action extends NoticeAction>(actions: readonly Action[]): Action[] {
  const rank = ({ body }: NoticeAction) => (body.type === 'issue' ? 0 : 1);
  const time = (at: string) => new Date(at).getTime();
  return actions.toSorted(
    (a, b) => rank(a) - rank(b) || time(a.at) - time(b.at) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}

function deedOf({ id, at, by, party }: NoticeAction): Deed {
  return { action: id, at, by, party };
}

function changed(state: NoticeState, action: NoticeAction): Partial<NoticeState> {
  const { body } = action;
  const deed = deedOf(action);
  const { type, ...said } = body;
  switch (body.type) {
    case 'issue':
      return {};
    case 'receive':
      return state.received.some(({ party }) => party === deed.party) ? {} : { received: [...state.received, deed] };
    case 'acknowledge': {
      const { of, post, postName } = body;
      const known = state.acknowledged.some((one) => one.party === deed.party && one.of === of);
      return known ? {} : { acknowledged: [...state.acknowledged, { ...deed, of, post, postName }] };
    }
    case 'take': {
      const { post, postName, text } = body;
      return { taken: { ...deed, post, postName, text } };
    }
    case 'accept':
    case 'refuse': {
      const answer = { ...deed, of: body.of, accepted: type === 'accept', text: body.text };
      const others = state.answers.filter((one) => one.party !== deed.party || one.of !== body.of);
      return { answers: [...others, answer] };
    }
    case 'update':
      if (state.standing !== 'open') return {};
      return { notice: { ...state.notice, ...body.content }, contents: [...state.contents, deed] };
    case 'follow-up':
      return { followUps: [...state.followUps, { ...deed, text: body.text, final: body.final }] };
    case 'cancel':
    case 'close':
      if (state.standing !== 'open') return {};
      return { ended: { ...deed, text: body.text }, standing: type === 'cancel' ? 'cancelled' : 'closed' };
    case 'escalate': {
      const { clock, of, late, step, told } = said as typeof body;
      const known = state.escalations.some(
        (one) =>
          one.party === deed.party && one.clock === clock && one.of === of && one.late === late && one.step === step,
      );
      return known ? {} : { escalations: [...state.escalations, { ...deed, clock, of, late, step, told }] };
    }
  }
}

/** The action whose content is in force: what is to be acknowledged now. */
export function contentOf({ contents }: Pick<NoticeState, 'contents'>): Deed {
  return contents.at(-1) as Deed;
}

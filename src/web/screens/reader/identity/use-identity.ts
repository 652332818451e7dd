import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSpeech } from '../../../app/locale.tsx';
import { type Answer, type Arguments, call } from '../../../client.ts';
import { useErrorText } from '../../../parts/states.tsx';
import { toast } from '../../../parts/toasts.tsx';

export type Identity = Answer<'readIdentity'>;
export type IdentityEntry = Identity['fields'][number];
export type OddityEntry = Identity['oddities'][number];
type Body = Arguments<'decideIdentity'>['body'];
/** A decision without the version, which is that of the work as it was last read. */
export type Decision = Body extends infer One
  ? One extends { version: number }
    ? Omit<One, 'version'>
    : never
  : never;

function identityQuery(id: string) {
  return queryOptions({
    queryKey: ['identity', id],
    queryFn: ({ signal }) => call('readIdentity', { params: { id }, signal }),
  });
}

/** What a file is, and what is decided of it; decisions say so in a line with a way back. */
export function useIdentity(expressionId: string) {
  const { t } = useSpeech();
  const say = useErrorText();
  const queries = useQueryClient();
  const { data } = useQuery(identityQuery(expressionId));
  const send = (decision: Decision, version: number) =>
    call('decideIdentity', { params: { id: expressionId }, body: { ...decision, version } as Body });
  const failed = (error: unknown) => toast({ text: say(error), tone: 'failure' });
  const settled = () => void queries.invalidateQueries();
  const back = useMutation({
    mutationFn: ({ decision, version }: { decision: Decision; version: number }) => send(decision, version),
    onError: failed,
    onSettled: settled,
    onSuccess: () => toast({ text: t('identity.taken-back'), group: 'identity' }),
  });
  const decide = useMutation({
    mutationFn: ({ decision }: { decision: Decision; text: string }) => send(decision, data?.version ?? 0),
    onError: failed,
    onSettled: settled,
    onSuccess: ({ version, cuts }, { decision, text }) => {
      const undo = undoOf(decision, cuts);
      const run = undo && (() => back.mutate({ decision: undo, version }));
      toast({ text, group: 'identity', ...(run && { undo: { label: t('decide.undo'), run } }) });
    },
  });
  return { identity: data ?? null, decide: (decision: Decision, text: string) => decide.mutate({ decision, text }) };
}

/** What takes a decision back: what was made one is taken apart where it was. */
function undoOf({ type }: Decision, [cut]: Identity['cuts']): Decision | null {
  if (type === 'split') return { type: 'merge' };
  if (type === 'merge') return cut ? { type: 'split', at: cut.at, relation: cut.relation } : null;
  return type === 'undo' ? null : { type: 'undo' };
}

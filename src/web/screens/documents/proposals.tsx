import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import { languageName } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { type Answer, call } from '../../client.ts';
import type { Work } from '../../data/queries.ts';
import { useErrorText } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';
import { useJoinWorks } from './use-join-works.ts';

type Proposal = Answer<'listProposals'>['proposals'][number];

const proposalsQuery = queryOptions({
  queryKey: ['proposals'],
  queryFn: ({ signal }) => call('listProposals', { signal }),
});

/** A title in another script keeps its own direction inside a sentence (Unicode isolates). */
const isolated = (title: string) => `\u2068${title}\u2069`;

const percent = (share: number) => Math.round(share * 100);

function OneProposal({ work, proposal }: { readonly work: Work; readonly proposal: Proposal }) {
  const { locale, t } = useSpeech();
  const say = useErrorText();
  const queries = useQueryClient();
  const join = useJoinWorks();
  const decline = useMutation({
    mutationFn: () =>
      call('declineVersion', {
        params: { id: work.id },
        body: { version: work.version, other: proposal.other.expressionId },
      }),
    onSettled: () => void queries.invalidateQueries(),
    onError: (error) => toast({ text: say(error), tone: 'failure' }),
  });
  const { other, confidence, why } = proposal;
  return (
    <div className="proposal">
      <p>
        {t('proposal.text', {
          language: languageName(locale, proposal.language),
          title: isolated(other.title),
          percent: percent(confidence),
        })}
      </p>
      <p className="small soft">
        {t('proposal.why', { text: percent(why.text), numbers: percent(why.numbers), order: percent(why.order) })}
      </p>
      <div className="decide-panel">
        <Button
          className="button small primary"
          isDisabled={join.isPending}
          onPress={() => join.mutate({ work, into: { id: other.workId, version: other.version, title: other.title } })}
        >
          {t('proposal.accept')}
        </Button>
        <Button className="button small" isDisabled={decline.isPending} onPress={() => decline.mutate()}>
          {t('proposal.decline')}
        </Button>
      </div>
    </div>
  );
}

/** What the rules take a work for: a language version of another, to be accepted or declined. */
export function Proposals({ work }: { readonly work: Work }) {
  const query = useQuery(proposalsQuery);
  const own = (query.data?.proposals ?? []).filter(({ workId }) => workId === work.id);
  return own.map((proposal) => (
    <OneProposal key={`${proposal.expressionId} ${proposal.other.expressionId}`} work={work} proposal={proposal} />
  ));
}

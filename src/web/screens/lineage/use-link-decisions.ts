import { useSpeech } from '../../app/locale.tsx';
import { type LineageLink, type LinkVerdict, useDecideLink } from '../../data/lineage.ts';
import { useErrorText } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';

const SAID = {
  confirm: 'link.confirmed',
  correct: 'link.corrected',
  reject: 'link.rejected',
  undo: 'link.undone',
} as const;

/** Decides about a link and tells the outcome, with a way back. */
export function useLinkDecisions(): (link: LineageLink, verdict: LinkVerdict) => Promise<void> {
  const { t } = useSpeech();
  const say = useErrorText();
  const { mutateAsync } = useDecideLink();
  const decide = async (link: LineageLink, verdict: LinkVerdict): Promise<void> => {
    try {
      const changed = await mutateAsync({ link, verdict });
      const undo = { label: t('decide.undo'), run: () => void decide(changed, { type: 'undo' }) };
      toast({ group: 'link', text: t(SAID[verdict.type]), ...(verdict.type === 'undo' ? {} : { undo }) });
    } catch (error) {
      toast({ text: say(error), tone: 'failure' });
    }
  };
  return decide;
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { languageName } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { call } from '../../client.ts';
import type { Expression, Work } from '../../data/queries.ts';
import { useErrorText } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';

interface Joining {
  /** The work whose texts move. */
  readonly work: Work;
  readonly into: Pick<Work, 'id' | 'version' | 'title'>;
}

/** Makes the texts of a work language versions of another, with a way back. */
export function useJoinWorks() {
  const { t } = useSpeech();
  const say = useErrorText();
  const queries = useQueryClient();
  const failed = (error: unknown) => toast({ text: say(error), tone: 'failure' });
  return useMutation({
    mutationFn: ({ work, into }: Joining) =>
      call('joinWorks', {
        params: { id: into.id },
        body: { version: into.version, from: { id: work.id, version: work.version } },
      }),
    onError: failed,
    onSettled: () => void queries.invalidateQueries(),
    onSuccess: (joined, { work, into }) => {
      const back = async () => {
        let { version } = joined;
        for (const { id } of work.expressions) {
          await call('separateText', { params: { id: into.id }, body: { version, expressionId: id } });
          version += 1;
        }
      };
      const undo = () =>
        void back()
          .catch(failed)
          .finally(() => void queries.invalidateQueries());
      toast({ text: t('work.joined', { title: into.title }), undo: { label: t('decide.undo'), run: undo } });
    },
  });
}

/** Takes a language version out of its work. */
export function useSeparate(work: Work) {
  const { locale, t } = useSpeech();
  const say = useErrorText();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (expression: Expression) =>
      call('separateText', { params: { id: work.id }, body: { version: work.version, expressionId: expression.id } }),
    onError: (error) => toast({ text: say(error), tone: 'failure' }),
    onSettled: () => void queries.invalidateQueries(),
    onSuccess: (own, { language }) => {
      const undo = async () => {
        const { version } = await call('getWork', { params: { id: work.id } });
        await call('joinWorks', {
          params: { id: work.id },
          body: { version, from: { id: own.id, version: own.version } },
        });
      };
      toast({
        text: t('work.separated', { language: languageName(locale, language) }),
        undo: {
          label: t('decide.undo'),
          run: () =>
            void undo()
              .catch((error: unknown) => toast({ text: say(error), tone: 'failure' }))
              .finally(() => void queries.invalidateQueries()),
        },
      });
    },
  });
}

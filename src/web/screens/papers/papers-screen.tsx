import { useQuery } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import { useSpeech } from '../../app/locale.tsx';
import { draftAddress, draftQuery, type PaperRequest, useMakePaper } from '../../data/papers.ts';
import { Failure, Skeleton, useErrorText } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';
import { CheckFile } from './check-file.tsx';
import { MadeList } from './made-list.tsx';
import { FootFields, HeadFields, WhatPaper } from './paper-form.tsx';
import { Deviations, Lacks } from './paper-said.tsx';
import { PaperSheets } from './paper-sheet.tsx';
import './papers.css';
import { usePaper } from './use-paper.ts';

/** Saving a draft keeps nothing; making a paper keeps it as it is. */
function Leave({ request }: { readonly request: PaperRequest }) {
  const { t } = useSpeech();
  const say = useErrorText();
  const make = useMakePaper();
  const draft = { ...request, number: request.number === 'next' ? null : request.number };
  const send = () =>
    make.mutate(request, {
      onSuccess: ({ number }) =>
        toast({ text: number === null ? t('papers.was-made') : t('papers.was-made-number', { number }) }),
      onError: (error) => toast({ text: say(error), tone: 'failure' }),
    });
  return (
    <div className="paper-leave">
      <a className="button" href={draftAddress(draft, 'docx')} download>
        {t('papers.draft-word')}
      </a>
      <a className="button" href={draftAddress(draft, 'pdf')} download>
        {t('papers.draft-pdf')}
      </a>
      <Button className="button primary" isDisabled={make.isPending} onPress={send}>
        {t(request.number === 'next' ? 'papers.make-number' : 'papers.make')}
      </Button>
    </div>
  );
}

/** Papers of the register: which, of what, with what head and foot; as it will look, what it lacks, and those that were made. */
export function PapersScreen() {
  const { t } = useSpeech();
  const paper = usePaper();
  const {
    data,
    error: undrafted,
    refetch,
    isFetching,
  } = useQuery({
    ...draftQuery(paper.request),
    enabled: paper.ready,
  });
  const error = paper.error ?? undrafted;
  const retry = paper.error ? paper.retry : () => void refetch();
  return (
    <div className="page papers-page">
      <title>{`${t('papers.title')} · Servanda`}</title>
      <h1>{t('papers.title')}</h1>
      <div className="papers-columns">
        <form className="papers-form" onSubmit={(event) => event.preventDefault()}>
          <WhatPaper {...paper} />
          <HeadFields {...paper} nextNumber={data?.nextNumber ?? null} />
          <FootFields {...paper} />
        </form>
        <div className="papers-result" aria-busy={isFetching}>
          {error && <Failure error={error} retry={retry} />}
          {data && (
            <>
              <Leave request={paper.request} />
              <Lacks lacks={data.lacks} />
              <Deviations deviations={data.deviations} checked={data.checked} />
              <PaperSheets setting={data.setting} />
            </>
          )}
          {!data && !error && <Skeleton lines={12} />}
        </div>
      </div>
      <CheckFile layout={paper.request.layout} />
      <MadeList />
    </div>
  );
}

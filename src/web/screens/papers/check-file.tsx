import { Button, FileTrigger } from 'react-aria-components';
import { useSpeech } from '../../app/locale.tsx';
import { useCheckPaper } from '../../data/papers.ts';
import { useErrorText } from '../../parts/states.tsx';
import { Deviations } from './paper-said.tsx';

/** Checks a Word file that was edited elsewhere, by the same rules. */
export function CheckFile({ layout }: { readonly layout: string }) {
  const { t } = useSpeech();
  const say = useErrorText();
  const { mutate, data, error, variables, isPending } = useCheckPaper();
  return (
    <section className="paper-check">
      <h2>{t('papers.check-title')}</h2>
      <p className="small soft">{t('papers.check-explain')}</p>
      <FileTrigger
        acceptedFileTypes={['.docx']}
        onSelect={(files) => {
          const file = files?.item(0);
          if (file) mutate({ file, layout });
        }}
      >
        <Button className="button small" isDisabled={isPending}>
          {t('papers.check-choose')}
        </Button>
      </FileTrigger>
      {variables && <p dir="auto">{variables.file.name}</p>}
      {error && <p className="field-error">{say(error)}</p>}
      {data && <Deviations {...data} />}
    </section>
  );
}

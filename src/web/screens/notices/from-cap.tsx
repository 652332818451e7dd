import { useMutation } from '@tanstack/react-query';
import { FileUp } from 'lucide-react';
import { Button, FileTrigger } from 'react-aria-components';
import { useSpeech } from '../../app/locale.tsx';
import { type AlertFile, readAlertFile } from '../../data/notices.ts';
import { useErrorText } from '../../parts/states.tsx';
import { CapFindings } from './cap-findings.tsx';

/** Begins a notice with a CAP file: the form is filled in, and whatever departs from the standard is named with its place. */
export function FromCap({ onDraft }: { readonly onDraft: (draft: NonNullable<AlertFile['draft']>) => void }) {
  const { t } = useSpeech();
  const say = useErrorText();
  const { mutate, data, error, isPending, variables } = useMutation({
    mutationFn: readAlertFile,
    onSuccess: ({ draft }) => draft && onDraft(draft),
  });
  return (
    <div className="issue-from-cap">
      <FileTrigger acceptedFileTypes={['.xml', '.cap']} onSelect={(list) => list?.[0] && mutate(list[0])}>
        <Button className="button small" isDisabled={isPending}>
          <FileUp size={14} aria-hidden />
          {t('notices.from-cap')}
        </Button>
      </FileTrigger>
      <div role="status" className="small">
        {error && <p className="failure-text">{say(error)}</p>}
        {data && (
          <p className={data.draft ? 'soft' : 'failure-text'}>
            {t(data.draft ? 'notices.cap-read' : 'notices.cap-refused', { name: variables?.name ?? '' })}
          </p>
        )}
        {data && <CapFindings findings={data.findings} />}
      </div>
    </div>
  );
}

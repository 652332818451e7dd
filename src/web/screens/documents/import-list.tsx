import { Link } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { Button, ProgressBar } from 'react-aria-components';
import { formatBytes, formatSeconds, messageText, problemText } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { Batch } from '../../data/importing.ts';
import type { ImportFile } from '../../data/queries.ts';
import { CountLinks } from '../../parts/count-links.tsx';
import { useErrorText } from '../../parts/states.tsx';

function Progress({ label, share }: { readonly label: string; readonly share: number }) {
  return (
    <ProgressBar className="progress" aria-label={label} value={share * 100}>
      {({ percentage }) => <span className="progress-done" style={{ width: `${percentage ?? 0}%` }} />}
    </ProgressBar>
  );
}

function FileOutcome({ file }: { readonly file: ImportFile }) {
  const { locale, t } = useSpeech();
  return (
    <li className={`import-file ${file.state}`}>
      <p>
        <b className="import-name">{file.name}</b> <span className="soft">{formatBytes(locale, file.bytes)}</span>
        <span className="import-state">
          {t(`import.state.${file.state}`)}
          {file.seconds !== null && file.state !== 'failed' && (
            <span className="soft"> · {formatSeconds(locale, file.seconds)}</span>
          )}
        </span>
      </p>
      {(file.state === 'reading' || file.state === 'waiting') && (
        <Progress label={t('import.reading', { name: file.name })} share={file.progress} />
      )}
      {file.problem && <p className="failure-text">{problemText(locale, file.problem)}</p>}
      {file.messages.length > 0 && (
        <ul className="messages small">
          {file.messages.map((message) => (
            <li key={`${message.id}${message.span?.start ?? ''}`} className={`message ${message.severity}`}>
              {messageText(locale, message)}
            </li>
          ))}
        </ul>
      )}
      {file.expressionId && (
        <div className="import-next">
          <Link to="/read/$expressionId" params={{ expressionId: file.expressionId }}>
            {t('import.read')}
          </Link>
          {file.counts && <CountLinks counts={file.counts} narrowed={{ expression: [file.expressionId] }} />}
        </div>
      )}
    </li>
  );
}

function OneBatch({ batch, onDismiss }: { readonly batch: Batch; readonly onDismiss: () => void }) {
  const { t } = useSpeech();
  const say = useErrorText();
  const done = batch.error !== null || batch.job?.done === true;
  const failed = batch.job?.files.filter((file) => file.state === 'failed').length ?? 0;
  const count = batch.files.length;
  const heading = done ? t('import.done', { count: count - failed, failed }) : t('import.running', { count });
  return (
    <section className="import-batch" aria-label={t('import.title')}>
      <header>
        <h2 role="status">{batch.error ? t('import.failed') : heading}</h2>
        {done && (
          <Button className="button quiet icon small" aria-label={t('form.close')} onPress={onDismiss}>
            <X size={14} aria-hidden />
          </Button>
        )}
      </header>
      {batch.error !== null && <p className="failure-text">{say(batch.error)}</p>}
      {!done && !batch.job && <Progress label={t('import.sending')} share={batch.sent} />}
      {batch.job && (
        <ul>
          {batch.job.files.map((file, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two files of one drop may have one name; their order never changes
            <FileOutcome key={index} file={file} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** The files of this visit, each with its progress and outcome. */
export function ImportList({
  batches,
  onDismiss,
}: {
  readonly batches: readonly Batch[];
  readonly onDismiss: (key: number) => void;
}) {
  return batches.map((batch) => <OneBatch key={batch.key} batch={batch} onDismiss={() => onDismiss(batch.key)} />);
}

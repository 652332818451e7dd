import { useSpeech } from '../../app/locale.tsx';

/** Says how far the comparing of texts is, while it goes on. */
export function TracingNote({
  tracing,
}: {
  readonly tracing: { readonly done: number; readonly total: number } | null;
}) {
  const { t } = useSpeech();
  return (
    <div role="status">
      {tracing && (
        <p className="tracing">
          <progress value={tracing.done} max={tracing.total} aria-hidden />
          {t('lineage.tracing', tracing)}
        </p>
      )}
    </div>
  );
}

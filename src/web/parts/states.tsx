import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { problemText } from '../../i18n/index.ts';
import { Problem } from '../../kernel/index.ts';
import { useSpeech } from '../app/locale.tsx';
import { ServerGone } from '../client.ts';

/** Widths of the lines, in percent: all different, so that they look like text and can be told apart. */
const WIDTHS = [92, 78, 96, 64, 88, 71, 94, 83, 90, 76, 97, 68, 86, 73];

/** Grey lines where text will stand. */
export function Skeleton({ lines = 6 }: { readonly lines?: number }) {
  const { t } = useSpeech();
  return (
    <div role="status" className="form">
      <span className="visually-hidden">{t('state.loading')}</span>
      {WIDTHS.slice(0, lines).map((width) => (
        <div key={width} className="skeleton" style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}

/** What an error says in the reader's language. */
export function useErrorText(): (error: unknown) => string {
  const { locale, t } = useSpeech();
  return (error) => {
    if (error instanceof Problem) return problemText(locale, error);
    if (error instanceof ServerGone) return t('shell.server-gone');
    return problemText(locale, { code: 'unexpected', details: { id: error instanceof Error ? error.message : '?' } });
  };
}

/** What went wrong where something should stand, and a way to try again. */
export function Failure({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const { t } = useSpeech();
  const say = useErrorText();
  return (
    <div className="notice" role="alert">
      <h2>{t('state.failed')}</h2>
      <p>{say(error)}</p>
      {retry && (
        <Button className="button" onPress={retry}>
          {t('state.retry')}
        </Button>
      )}
    </div>
  );
}

/** Says that there is nothing, and what to do next. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="notice">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

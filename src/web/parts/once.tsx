import { Button } from 'react-aria-components';
import { useSpeech } from '../app/locale.tsx';
import './once.css';
import { toast } from './toasts.tsx';

/** A secret that is shown this once, to be copied. */
export function Once({ secret, explain }: { readonly secret: string; readonly explain: string }) {
  const { t } = useSpeech();
  const copy = () =>
    navigator.clipboard.writeText(secret).then(
      () => toast({ text: t('tokens.copied') }),
      () => toast({ text: t('tokens.not-copied'), tone: 'failure' }),
    );
  return (
    <div role="status" className="once">
      <p>{explain}</p>
      <code dir="ltr">{secret}</code>
      <Button className="button small" onPress={() => void copy()}>
        {t('tokens.copy')}
      </Button>
    </div>
  );
}

import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import { useSpeech } from '../../app/locale.tsx';
import { Once } from './once.tsx';
import './programs.css';

/** A list of what acts without a person at the keys, with the window that adds one and the secret told once. */
export function Programs({
  of,
  rows,
  adding: Adding,
}: {
  readonly of: 'tokens' | 'webhooks';
  readonly rows: ReactNode;
  readonly adding: (props: { onClose: () => void; onDone: (secret: string) => void }) => ReactNode;
}) {
  const { t } = useSpeech();
  const [asking, setAsking] = useState(false);
  const [told, setTold] = useState<string | null>(null);
  return (
    <section aria-labelledby={of}>
      <h2 id={of}>{t(`${of}.title`)}</h2>
      <p>{t(`${of}.explain`)}</p>
      {told !== null && <Once secret={told} explain={t(`${of}.once`)} />}
      <ul className="programs">{rows}</ul>
      <Button className="button" onPress={() => setAsking(true)}>
        {t(`${of}.add`)}
      </Button>
      {asking && <Adding onClose={() => setAsking(false)} onDone={setTold} />}
    </section>
  );
}

import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import { Once } from '../../parts/once.tsx';
import './programs.css';

/** A list of what acts without a person at the keys, with the window that adds one and the secret told once. */
export function Programs({
  id,
  texts,
  rows,
  adding: Adding,
}: {
  readonly id: string;
  readonly texts: { readonly title: string; readonly explain: string; readonly once: string; readonly add: string };
  readonly rows: ReactNode;
  readonly adding: (props: { onClose: () => void; onDone: (secret: string) => void }) => ReactNode;
}) {
  const [asking, setAsking] = useState(false);
  const [told, setTold] = useState<string | null>(null);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{texts.title}</h2>
      <p>{texts.explain}</p>
      {told !== null && <Once secret={told} explain={texts.once} />}
      <ul className="programs">{rows}</ul>
      <Button className="button" onPress={() => setAsking(true)}>
        {texts.add}
      </Button>
      {asking && <Adding onClose={() => setAsking(false)} onDone={setTold} />}
    </section>
  );
}

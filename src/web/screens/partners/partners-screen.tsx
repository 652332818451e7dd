import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useSpeech } from '../../app/locale.tsx';
import { type Exchange, exchangeQuery, takeCourierFile, useExchangeStep } from '../../data/exchange.ts';
import { useMay } from '../../data/session.ts';
import { KeptBack } from '../../parts/kept-back.tsx';
import { PapersHeld } from '../../parts/papers-held.tsx';
import { Empty, Failure, Skeleton, useErrorText } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';
import { KeyList } from './key-list.tsx';
import { NodeWindow } from './node-window.tsx';
import { PartnerCard } from './partner-card.tsx';
import { PartnerWindow } from './partner-window.tsx';
import './partners.css';

/** Our own node: what others call it, where they reach it, its keys, and the card that is handed over. */
function OwnNode({ node, keys }: Pick<Exchange, 'node' | 'keys'>) {
  const { t } = useSpeech();
  const keeps = useMay('keep-partners');
  const [setting, setSetting] = useState(false);
  const card = JSON.stringify({
    ...{ id: node?.id, name: node?.name, address: node?.address },
    keys: keys.filter(({ state }) => state === 'current').map((key) => key.public),
  });
  const copy = () => void navigator.clipboard.writeText(card).then(() => toast({ text: t('partners.card-copied') }));
  return (
    <section className="partner-own" aria-labelledby="own-node">
      <header>
        <div>
          <h2 id="own-node">
            {node ? t('partners.own') : t('partners.not-set')} {node && <bdi>{node.name}</bdi>}
          </h2>
          {node && (
            <p className="soft small">
              <code dir="ltr">{node.id}</code> ·{' '}
              {node.address ? <code dir="ltr">{node.address}</code> : t('partners.by-courier')}
            </p>
          )}
        </div>
        <div className="partner-actions">
          {node && (
            <Button className="button small" onPress={copy}>
              {t('partners.copy-card')}
            </Button>
          )}
          {keeps && (
            <Button className={`button small ${node ? 'quiet' : 'primary'}`} onPress={() => setSetting(true)}>
              {t(node ? 'partners.change' : 'partners.set-up')}
            </Button>
          )}
        </div>
      </header>
      {node ? <KeyList keys={keys} partner={null} /> : <p>{t('partners.not-set-explain')}</p>}
      {setting && <NodeWindow node={node} onClose={() => setSetting(false)} />}
    </section>
  );
}

/** Takes in a file that came by courier or mail. */
function CourierButton() {
  const { t } = useSpeech();
  const say = useErrorText();
  const input = useRef<HTMLInputElement>(null);
  const take = useExchangeStep(takeCourierFile);
  const bring = async (file: File | undefined) => {
    if (file === undefined) return;
    try {
      const { messages, receipts } = await take.mutateAsync(file);
      const count = (outcome: string) => messages.filter((one) => one.outcome === outcome).length;
      const refused = messages.find(({ outcome }) => outcome === 'refused');
      const told = { taken: count('taken'), known: count('known'), refused: count('refused'), receipts };
      const text = t('partners.file-taken', told) + (refused ? ` ${refused.reason ?? ''}` : '');
      toast({ text, ...(refused && { tone: 'failure' as const }) });
    } catch (error) {
      toast({ text: say(error), tone: 'failure' });
    }
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".zip,application/zip"
        hidden
        aria-label={t('partners.take-file')}
        onChange={({ target }) => {
          void bring(target.files?.[0]);
          target.value = '';
        }}
      />
      <Button className="button" isDisabled={take.isPending} onPress={() => input.current?.click()}>
        {t('partners.take-file')}
      </Button>
    </>
  );
}

/** Other nodes: how each link stands, what waits, what needs a person, keys, and papers held together. */
export function PartnersScreen() {
  const { t } = useSpeech();
  const { data, error, refetch } = useQuery(exchangeQuery);
  const [keeps, acts] = [useMay('keep-partners'), useMay('exchange')];
  const [adding, setAdding] = useState(false);
  return (
    <div className="page partners">
      <title>{`${t('partners.title')} · Servanda`}</title>
      <div className="partners-head">
        <h1>{t('partners.title')}</h1>
        <div className="partner-actions">
          {data?.node && acts && <CourierButton />}
          {data?.node && keeps && (
            <Button className="button primary" onPress={() => setAdding(true)}>
              {t('partners.add')}
            </Button>
          )}
        </div>
      </div>
      {error && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={8} />}
      {data?.node && data.partners.length === 0 && (
        <Empty title={t('partners.none')}>
          <p>{t('partners.none-explain')}</p>
        </Empty>
      )}
      {data && data.partners.length > 0 && <KeptBack subject={null} />}
      {data?.partners.map((partner) => (
        <PartnerCard key={partner.id} partner={partner} />
      ))}
      <PapersHeld />
      {data && <OwnNode node={data.node} keys={data.keys} />}
      {adding && <PartnerWindow onClose={() => setAdding(false)} />}
    </div>
  );
}

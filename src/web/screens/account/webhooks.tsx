import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { formatInstant } from '../../../i18n/index.ts';
import { WEBHOOK_KINDS } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { useAddWebhook, useResend, useStopWebhook, type Webhook, webhooksQuery } from '../../data/tokens.ts';
import { useErrorText } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';
import { EndWindow } from './end-window.tsx';
import { ProgramWindow, useSeatName } from './program-window.tsx';
import { Programs } from './programs.tsx';

function Deliveries({ webhook }: { readonly webhook: Webhook }) {
  const { t, locale } = useSpeech();
  const say = useErrorText();
  const resend = useResend();
  const again = (id: string) => resend.mutate(id, { onError: (error) => toast({ text: say(error), tone: 'failure' }) });
  if (webhook.deliveries.length === 0) return null;
  return (
    <details>
      <summary>{t('webhooks.deliveries', { count: webhook.deliveries.length })}</summary>
      <ul className="deliveries">
        {webhook.deliveries.map((one) => (
          <li key={one.id}>
            <span>{formatInstant(locale, one.at)}</span>
            <span>{t(`webhook-kind.${one.kind}`)}</span>
            <span className={`delivery ${one.state}`}>{t(`delivery-state.${one.state}`)}</span>
            {one.failure && <span className="soft">{one.failure}</span>}
            {one.nextAt && (
              <span className="soft">{t('webhooks.next', { at: formatInstant(locale, one.nextAt) })}</span>
            )}
            {webhook.endedAt === null && (one.state === 'sent' || one.state === 'dead') && (
              <Button className="button small quiet" onPress={() => again(one.id)}>
                {t('webhooks.resend')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Row({ webhook }: { readonly webhook: Webhook }) {
  const { t } = useSpeech();
  const seatName = useSeatName();
  const stop = useStopWebhook();
  const [asking, setAsking] = useState(false);
  return (
    <li className="program">
      <div>
        <code dir="ltr">{webhook.url}</code>
        <span className="soft small program-notes">
          <span>{seatName(webhook.holding)}</span>
          <span>{webhook.events.map((kind) => t(`webhook-kind.${kind}`)).join(', ')}</span>
          {webhook.endedAt !== null && <span>{t('webhooks.ended')}</span>}
        </span>
        <Deliveries webhook={webhook} />
      </div>
      {webhook.endedAt === null && (
        <Button className="button small" onPress={() => setAsking(true)}>
          {t('webhooks.stop')}
        </Button>
      )}
      {asking && (
        <EndWindow
          title={t('webhooks.stop')}
          explain={t('webhooks.stop-explain')}
          what={webhook.url}
          end={() => stop.mutateAsync(webhook.id)}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  );
}

function AddWindow({ onClose, onDone }: { readonly onClose: () => void; readonly onDone: (secret: string) => void }) {
  const { t } = useSpeech();
  const { mutateAsync } = useAddWebhook();
  return (
    <ProgramWindow
      title={t('webhooks.add')}
      name={{ label: t('webhooks.url'), address: true }}
      list={{ label: t('webhooks.events'), all: WEBHOOK_KINDS, first: WEBHOOK_KINDS }}
      wordsOf={(kind) => t(`webhook-kind.${kind}`)}
      add={async ({ name, holding, ticked }) => (await mutateAsync({ url: name, holding, events: [...ticked] })).secret}
      onDone={onDone}
      onClose={onClose}
    />
  );
}

/** Addresses elsewhere that are told when something changes, with what became of each telling. */
export function Webhooks() {
  const { t } = useSpeech();
  const { data } = useQuery(webhooksQuery);
  const texts = {
    title: t('webhooks.title'),
    explain: t('webhooks.explain'),
    once: t('webhooks.once'),
    add: t('webhooks.add'),
  };
  const rows = data?.webhooks.map((webhook) => <Row key={webhook.id} webhook={webhook} />);
  return <Programs id="webhooks" texts={texts} rows={rows} adding={AddWindow} />;
}

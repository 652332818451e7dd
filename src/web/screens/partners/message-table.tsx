import { Button } from 'react-aria-components';
import { formatInstant } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { call } from '../../client.ts';
import { type ExchangeMessage, useExchangeStep } from '../../data/exchange.ts';
import { useMay } from '../../data/session.ts';
import { useErrorText } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';

type Step = 'release' | 'withhold' | 'resend' | 'take-up';

/** What a person can do to a message, by how it stands. */
function stepsOf({ state, own }: ExchangeMessage): readonly Step[] {
  if (state === 'held') return own ? ['withhold'] : ['release', 'withhold'];
  if (state === 'dead') return ['resend'];
  return state === 'failed' ? ['take-up'] : [];
}

function Row({ message, partner }: { readonly message: ExchangeMessage; readonly partner: string }) {
  const { t, locale } = useSpeech();
  const say = useErrorText();
  const acts = useMay('exchange');
  const step = useExchangeStep((type: Step) =>
    call('actOnMessage', {
      params: { id: message.id },
      body: type === 'take-up' ? { type, partner } : { type },
    }),
  );
  const run = (type: Step) => step.mutate(type, { onError: (error) => toast({ text: say(error), tone: 'failure' }) });
  const { type, at, state, failure, nextAt, via, sequence, own, data } = message;
  return (
    <tr>
      <td className="number" data-label={t('partners.number')}>
        {sequence ?? '—'}
      </td>
      <td>
        {t(`exchange-type.${type}`)}
        <details className="message-words">
          <summary className="soft small">{t('partners.words')}</summary>
          <pre dir="ltr">{JSON.stringify(data, null, 2)}</pre>
        </details>
      </td>
      <td data-label={t('partners.when')}>{formatInstant(locale, at)}</td>
      <td>
        <span className={`link-mark ${state}`}>{t(`message-state.${state}`)}</span>
        {via === 'file' && <span className="soft small"> {t('partners.via-file')}</span>}
        {via === 'returned' && <span className="soft small"> {t('partners.via-returned')}</span>}
        {failure && <span className="small soft message-failure">{failure}</span>}
        {nextAt && (
          <span className="small soft message-failure">
            {t('webhooks.next', { at: formatInstant(locale, nextAt) })}
          </span>
        )}
        {state === 'held' && own && <span className="small soft message-failure">{t('partners.second-person')}</span>}
      </td>
      <td>
        {acts && (
          <span className="partner-actions">
            {stepsOf(message).map((each) => (
              <Button
                key={each}
                className={`button small ${each === 'withhold' ? 'quiet' : ''}`}
                isDisabled={step.isPending}
                onPress={() => run(each)}
              >
                {t(`partners.step-${each}`)}
              </Button>
            ))}
          </span>
        )}
      </td>
    </tr>
  );
}

/** Messages with how each stands and what can be done to it. */
export function MessageTable({
  messages,
  partner,
}: {
  readonly messages: readonly ExchangeMessage[];
  readonly partner: string;
}) {
  const { t } = useSpeech();
  if (messages.length === 0) return <p className="soft">{t('partners.nothing')}</p>;
  return (
    <table className="list-table partner-table">
      <thead>
        <tr>
          <th scope="col" className="number">
            {t('partners.number')}
          </th>
          <th scope="col">{t('partners.what')}</th>
          <th scope="col">{t('partners.when')}</th>
          <th scope="col">{t('partners.state')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('partners.steps')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {messages.map((message) => (
          <Row key={message.id} message={message} partner={partner} />
        ))}
      </tbody>
    </table>
  );
}

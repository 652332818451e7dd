import { useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { formatInstant } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { call } from '../../client.ts';
import { type ExchangeKey, useExchangeStep } from '../../data/exchange.ts';
import { useMay } from '../../data/session.ts';
import { FormWindow } from '../../parts/form-window.tsx';
import { lacking } from '../../parts/missing.tsx';
import { useErrorText } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';

type Asking = 'trust' | 'revoke' | 'end';

/** What a person reads aloud: sixteen groups of four, in rows. */
export function Fingerprint({ of }: { readonly of: string }) {
  return (
    <code className="fingerprint" dir="ltr">
      {of}
    </code>
  );
}

function Row({ one, ask }: { readonly one: ExchangeKey; readonly ask: ((what: Asking) => void) | null }) {
  const { t, locale } = useSpeech();
  const own = one.state === 'current' || one.state === 'over' || one.state === 'elsewhere';
  return (
    <li className="partner-key">
      <div>
        <Fingerprint of={one.fingerprint} />
        <span className="soft small">
          {t('partners.key-since', { at: formatInstant(locale, one.since) })} · {one.algorithm}
        </span>
      </div>
      <span className={`link-mark ${one.state}`}>{t(`key-state.${one.state}`)}</span>
      {ask && (
        <span className="partner-actions">
          {one.state === 'offered' && (
            <Button className="button small primary" onPress={() => ask('trust')}>
              {t('partners.trust')}
            </Button>
          )}
          {!own && one.state !== 'revoked' && (
            <Button className="button small quiet" onPress={() => ask('revoke')}>
              {t('partners.revoke')}
            </Button>
          )}
          {one.state === 'current' && (
            <Button className="button small quiet" onPress={() => ask('end')}>
              {t('partners.end-key')}
            </Button>
          )}
        </span>
      )}
    </li>
  );
}

/** Asks before a key is trusted, revoked or ended; to trust one its fingerprint is typed as the other side reads it. */
function KeyWindow({
  what,
  one,
  partner,
  onClose,
}: {
  readonly what: Asking;
  readonly one: ExchangeKey;
  readonly partner: string | null;
  readonly onClose: () => void;
}) {
  const { t } = useSpeech();
  const say = useErrorText();
  const [typed, setTyped] = useState('');
  const step = useExchangeStep(async (): Promise<unknown> => {
    if (what === 'end') return call('actOnOwnKey', { body: { type: 'end', key: one.id, lost: false } });
    const params = { id: partner ?? '' };
    if (what === 'revoke') return call('actOnPartner', { params, body: { type: 'revoke', key: one.id } });
    // The last groups were typed; the whole is what the server holds against the key.
    return call('actOnPartner', { params, body: { type: 'trust', key: one.id, fingerprint: one.fingerprint } });
  });
  const plain = (words: string) => words.replace(/\s+/g, '').toUpperCase();
  const last = plain(one.fingerprint).slice(-16);
  const save = () =>
    step.mutateAsync().then(
      () => true,
      (error: unknown) => {
        toast({ text: say(error), tone: 'failure' });
        return false;
      },
    );
  const label = t(what === 'trust' ? 'partners.trust' : what === 'revoke' ? 'partners.revoke' : 'partners.end-key');
  return (
    <FormWindow
      title={label}
      save={label}
      missing={lacking([what !== 'trust' || plain(typed).endsWith(last), t('partners.last-groups')])}
      onClose={onClose}
      onSave={save}
    >
      <Fingerprint of={one.fingerprint} />
      <p>{t(`partners.${what}-explain`)}</p>
      {what === 'trust' && (
        <TextField className="field" value={typed} onChange={setTyped} autoFocus>
          <Label>{t('partners.last-groups')}</Label>
          <Input className="field-input" dir="ltr" autoComplete="off" spellCheck="false" />
        </TextField>
      )}
    </FormWindow>
  );
}

/** Keys with their fingerprints: our own, or those of a partner. */
export function KeyList({ keys, partner }: { readonly keys: readonly ExchangeKey[]; readonly partner: string | null }) {
  const { t } = useSpeech();
  const say = useErrorText();
  const keeps = useMay('keep-partners');
  const [asking, setAsking] = useState<{ readonly what: Asking; readonly one: ExchangeKey } | null>(null);
  const add = useExchangeStep(() => call('actOnOwnKey', { body: { type: 'add' } }));
  return (
    <div className="partner-keys">
      <h3>{t('partners.keys')}</h3>
      {keys.length === 0 && <p className="soft">{t('partners.no-keys')}</p>}
      <ul>
        {keys.map((one) => (
          <Row key={one.id} one={one} ask={keeps ? (what) => setAsking({ what, one }) : null} />
        ))}
      </ul>
      {partner === null && keeps && (
        <Button
          className="button small"
          onPress={() => add.mutate(undefined, { onError: (error) => toast({ text: say(error), tone: 'failure' }) })}
        >
          {t('partners.new-key')}
        </Button>
      )}
      {asking && <KeyWindow {...asking} partner={partner} onClose={() => setAsking(null)} />}
    </div>
  );
}

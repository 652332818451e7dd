import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, Checkbox, CheckboxGroup, Input, Label, TextField } from 'react-aria-components';
import { formatDate } from '../../../i18n/index.ts';
import { nameIn, TOKEN_SCOPES, type TokenScope } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { useSession } from '../../data/session.ts';
import { type Token, tokensQuery, useAddToken, useRevokeToken } from '../../data/tokens.ts';
import { Choice } from '../../parts/choice.tsx';
import { FormWindow } from '../../parts/form-window.tsx';
import { useErrorText } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';
import { EndWindow } from './end-window.tsx';
import { Programs } from './programs.tsx';

const DAYS = ['30', '90', '365'] as const;

/** Says the seat that something acts from. */
export function useSeatName(): (holding: string) => string {
  const { t, locale } = useSpeech();
  const seats = useSession()?.seats ?? [];
  return (holding) => {
    const seat = seats.find(({ id }) => id === holding);
    return seat === undefined ? t('tokens.seat-gone') : `${t(`role.${seat.role}`)} · ${nameIn(seat.unitNames, locale)}`;
  };
}

function Row({ token }: { readonly token: Token }) {
  const { t, locale } = useSpeech();
  const seatName = useSeatName();
  const revoke = useRevokeToken();
  const [asking, setAsking] = useState(false);
  const day = (instant: string) => formatDate(locale, instant.slice(0, 10));
  return (
    <li className="program">
      <div>
        <b dir="auto">{token.name}</b> <code dir="ltr">{token.hint}…</code>
        <span className="soft small program-notes">
          <span>{seatName(token.holding)}</span>
          <span>{token.scopes.map((scope) => t(`scope.${scope}`)).join(', ')}</span>
          <span>
            {token.state === 'live'
              ? t('tokens.until', { day: day(token.expiresAt) })
              : t(`token-state.${token.state}`)}
          </span>
          <span>{token.usedAt === null ? t('tokens.unused') : t('tokens.used', { day: day(token.usedAt) })}</span>
        </span>
      </div>
      {token.state === 'live' && (
        <Button className="button small" onPress={() => setAsking(true)}>
          {t('tokens.revoke')}
        </Button>
      )}
      {asking && (
        <EndWindow
          title={t('tokens.revoke')}
          explain={t('tokens.revoke-explain')}
          what={token.name}
          end={() => revoke.mutateAsync(token.id)}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  );
}

function AddWindow({ onClose, onDone }: { readonly onClose: () => void; readonly onDone: (token: string) => void }) {
  const { t } = useSpeech();
  const say = useErrorText();
  const seatName = useSeatName();
  const { seat, seats = [] } = useSession() ?? {};
  const { mutateAsync } = useAddToken();
  const [typed, setTyped] = useState<{
    name: string;
    holding: string;
    scopes: TokenScope[];
    days: (typeof DAYS)[number];
  }>({
    ...{ name: '', holding: seat?.id ?? seats[0]?.id ?? '', scopes: ['read'], days: '90' },
  });
  const save = async (): Promise<boolean> => {
    try {
      onDone((await mutateAsync({ ...typed, days: Number(typed.days) })).token);
      return true;
    } catch (error) {
      toast({ text: say(error), tone: 'failure' });
      return false;
    }
  };
  return (
    <FormWindow
      title={t('tokens.add')}
      save={t('tokens.add')}
      ready={typed.name.trim() !== '' && typed.scopes.length > 0}
      onClose={onClose}
      onSave={save}
    >
      <TextField className="field" value={typed.name} onChange={(name) => setTyped({ ...typed, name })} autoFocus>
        <Label>{t('tokens.name')}</Label>
        <Input className="field-input" />
      </TextField>
      <Choice
        label={t('tokens.seat')}
        value={typed.holding}
        values={seats.map(({ id }) => id)}
        name={seatName}
        onChange={(holding) => setTyped({ ...typed, holding })}
      />
      <CheckboxGroup
        className="field"
        value={typed.scopes}
        onChange={(scopes) => setTyped({ ...typed, scopes: scopes as TokenScope[] })}
      >
        <Label>{t('tokens.scopes')}</Label>
        {TOKEN_SCOPES.map((scope) => (
          <Checkbox key={scope} value={scope} className="checkbox">
            <span className="checkbox-box">✓</span>
            {t(`scope.${scope}`)}
          </Checkbox>
        ))}
      </CheckboxGroup>
      <Choice
        label={t('tokens.days')}
        value={typed.days}
        values={DAYS}
        name={(days) => t('tokens.days-count', { count: Number(days) })}
        onChange={(days) => setTyped({ ...typed, days })}
      />
    </FormWindow>
  );
}

/** Tokens with which programs and assistants act from one's seats. */
export function Tokens() {
  const { t } = useSpeech();
  const { data } = useQuery(tokensQuery);
  const texts = {
    title: t('tokens.title'),
    explain: t('tokens.explain'),
    once: t('tokens.once'),
    add: t('tokens.add'),
  };
  const rows = data?.tokens.map((token) => <Row key={token.id} token={token} />);
  return <Programs id="tokens" texts={texts} rows={rows} adding={AddWindow} />;
}

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { formatDate } from '../../../i18n/index.ts';
import { TOKEN_SCOPES } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { type Token, tokensQuery, useAddToken, useRevokeToken } from '../../data/tokens.ts';
import { Choice } from '../../parts/choice.tsx';
import { EndWindow } from './end-window.tsx';
import { ProgramWindow, useSeatName } from './program-window.tsx';
import { Programs } from './programs.tsx';

const DAYS = ['30', '90', '365'] as const;

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
  const { mutateAsync } = useAddToken();
  const [days, setDays] = useState<(typeof DAYS)[number]>('90');
  return (
    <ProgramWindow
      title={t('tokens.add')}
      name={{ label: t('tokens.name'), address: false }}
      list={{ label: t('tokens.scopes'), all: TOKEN_SCOPES, first: ['read'] }}
      wordsOf={(scope) => t(`scope.${scope}`)}
      add={async ({ name, holding, ticked }) =>
        (await mutateAsync({ name, holding, scopes: [...ticked], days: Number(days) })).token
      }
      onDone={onDone}
      onClose={onClose}
    >
      <Choice
        label={t('tokens.days')}
        value={days}
        values={DAYS}
        name={(one) => t('tokens.days-count', { count: Number(one) })}
        onChange={setDays}
      />
    </ProgramWindow>
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

import { afterEach, expect, test, vi } from 'vitest';
import { identityProvider } from './identity-provider.ts';

const NAMES = ['SERVANDA_OIDC_ISSUER', 'SERVANDA_OIDC_CLIENT', 'SERVANDA_OIDC_SECRET'] as const;
const VALUES = ['https://who.example', 'servanda', 'quiet'];

afterEach(() => vi.unstubAllEnvs());

test('an identity provider is set whole or not at all: any half of it is refused by the name of what is missing', () => {
  for (let chosen = 0; chosen < 8; chosen++) {
    for (const [index, name] of NAMES.entries()) vi.stubEnv(name, chosen & (1 << index) ? VALUES[index] : '');
    if (chosen === 0) expect(identityProvider()).toBeNull();
    else if (chosen === 7) expect(identityProvider()).toMatchObject({ clientId: 'servanda' });
    else expect(identityProvider, String(chosen)).toThrow(/SERVANDA_OIDC_/);
  }
});

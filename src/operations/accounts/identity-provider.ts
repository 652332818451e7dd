import type { Configuration } from 'openid-client';
import {
  type AccountRecord,
  accountByIdentity,
  accountByMail,
  bindIdentity,
  logAccount,
  type Queries,
} from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import type { Context } from '../context.ts';
import type { SignIn } from './results.ts';
import { vault } from './secrets.ts';
import { beginSession } from './sessions.ts';
import { mailOf } from './sign-in.ts';

/** How long a person may take at the provider. */
const PATIENCE_MS = 10 * 60_000;
/** Seconds until a provider that does not answer is given up. */
const TIMEOUT_S = 10;
/** What the sealed words of a sign-in under way are bound to. */
const ABOUT = 'openid sign-in';

/** Where an authority of its own says who people are (OpenID Connect Core 1.0). */
export interface IdentityProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** As the button names it. */
  readonly name: string;
}

/** The provider that the environment names (`SERVANDA_OIDC_…`); null where none is named. @throws Problem `input-invalid` */
export function identityProvider(): IdentityProvider | null {
  const environment = process.env;
  const issuer = environment.SERVANDA_OIDC_ISSUER ?? '';
  const clientId = environment.SERVANDA_OIDC_CLIENT ?? '';
  const clientSecret = environment.SERVANDA_OIDC_SECRET ?? '';
  if (issuer === '' && clientId === '' && clientSecret === '') return null;
  if (!URL.canParse(issuer) || clientId === '' || clientSecret === '') {
    const field =
      clientId === '' ? 'SERVANDA_OIDC_CLIENT' : clientSecret === '' ? 'SERVANDA_OIDC_SECRET' : 'SERVANDA_OIDC_ISSUER';
    throw new Problem('input-invalid', { field, reason: 'an address, a client and its secret go together' });
  }
  return { issuer, clientId, clientSecret, name: environment.SERVANDA_OIDC_NAME || new URL(issuer).host };
}

/** A sign-in that went to the provider. */
export interface SignInUnderWay {
  /** Where the browser goes. */
  readonly address: string;
  /** Sealed; the browser brings it back. */
  readonly kept: string;
}

interface Kept {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly until: number;
}

/**
 * Begins the authorization code flow with PKCE (RFC 7636), state and nonce. `back` is our address that the provider returns to.
 * @throws Problem `provider-unreachable`
 */
export async function beginIdentitySignIn(
  context: Context,
  provider: IdentityProvider,
  back: string,
): Promise<SignInUnderWay> {
  const openid = await import('openid-client');
  const configuration = await discovered(provider);
  const verifier = openid.randomPKCECodeVerifier();
  const kept: Kept = {
    ...{ state: openid.randomState(), nonce: openid.randomNonce(), verifier },
    until: Date.parse(context.clock.now()) + PATIENCE_MS,
  };
  const address = openid.buildAuthorizationUrl(configuration, {
    ...{ redirect_uri: back, scope: 'openid email', state: kept.state, nonce: kept.nonce },
    ...{ code_challenge: await openid.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' },
  });
  const sealed = (await vault(context.whole.queries)).seal(Buffer.from(JSON.stringify(kept)), ABOUT);
  return { address: address.href, kept: sealed };
}

/**
 * Ends it: `came` is the address the browser came back under, `kept` what it brought along. Nobody gets an account this way: the
 * first time, the account an administrator made for the same mail address is tied to the person, where the provider says that the
 * address is verified; later the provider's own name for the person alone counts.
 * @throws Problem `provider-unreachable`, `sign-in-refused` (also where it took too long, or was not begun in this browser)
 */
export async function endIdentitySignIn(
  context: Context,
  provider: IdentityProvider,
  came: URL,
  kept: string,
): Promise<SignIn> {
  const begun = await opened(context, kept);
  if (begun === null) throw new Problem('sign-in-refused', {});
  const person = await askProvider(provider, came, begun);
  return context.whole.write(async (queries) => {
    const account = await accountOf(queries, context, provider, person);
    if (account === undefined || account.disabled || account.demonstration) throw new Problem('sign-in-refused', {});
    return beginSession(queries, context, account.id);
  });
}

async function opened({ whole, clock }: Context, kept: string): Promise<Kept | null> {
  const plain = (await vault(whole.queries)).open(kept, ABOUT);
  if (plain === null) return null;
  const begun = JSON.parse(Buffer.from(plain).toString()) as Kept;
  return begun.until > Date.parse(clock.now()) ? begun : null;
}

interface Person {
  readonly subject: string;
  /** Null where the provider does not vouch for it. */
  readonly mail: string | null;
}

async function askProvider(provider: IdentityProvider, came: URL, begun: Kept): Promise<Person> {
  const openid = await import('openid-client');
  const configuration = await discovered(provider);
  const tokens = await openid
    .authorizationCodeGrant(configuration, came, {
      ...{ expectedState: begun.state, expectedNonce: begun.nonce },
      ...{ pkceCodeVerifier: begun.verifier, idTokenExpected: true },
    })
    .catch((error: unknown) => {
      throw isUnreachable(error) ? unreachable(provider, error) : new Problem('sign-in-refused', {}, error);
    });
  const subject = tokens.claims()?.sub ?? '';
  const { email, email_verified: verified } = await openid
    .fetchUserInfo(configuration, tokens.access_token, subject)
    .catch((error: unknown) => {
      throw unreachable(provider, error);
    });
  return { subject, mail: email !== undefined && verified === true ? mailOf(email) : null };
}

async function accountOf(
  queries: Queries,
  { clock, newId }: Context,
  { issuer }: IdentityProvider,
  { subject, mail }: Person,
): Promise<AccountRecord | undefined> {
  const bound = await accountByIdentity(queries, issuer, subject);
  if (bound !== undefined || mail === null) return bound;
  const account = await accountByMail(queries, mail);
  if (account === undefined || account.disabled || account.demonstration) return undefined;
  // Somebody else of this provider had the address before: an administrator has to see to it.
  if (!(await bindIdentity(queries, { issuer, subject, account_id: account.id, at: clock.now() }))) return undefined;
  const stamp = { id: newId(), at: clock.now(), by: account.id, accountId: account.id };
  await logAccount(queries, { ...stamp, body: { type: 'identity' } });
  return account;
}

const found = new Map<string, Configuration>();

/** What the provider says of itself (OpenID Connect Discovery 1.0), asked once. Plain HTTP is for a provider on this machine. */
async function discovered(provider: IdentityProvider): Promise<Configuration> {
  const key = `${provider.issuer} ${provider.clientId}`;
  const known = found.get(key);
  if (known !== undefined) return known;
  const openid = await import('openid-client');
  const issuer = new URL(provider.issuer);
  const here = issuer.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(issuer.hostname);
  const options = { timeout: TIMEOUT_S, ...(here && { execute: [openid.allowInsecureRequests] }) };
  const configuration = await openid
    .discovery(issuer, provider.clientId, provider.clientSecret, undefined, options)
    .catch((error: unknown) => {
      throw unreachable(provider, error);
    });
  found.set(key, configuration);
  return configuration;
}

function unreachable({ issuer }: IdentityProvider, cause: unknown): Problem {
  return new Problem('provider-unreachable', { issuer }, cause);
}

/** The network failed, not the person: what `fetch` throws, or the time ran out. */
function isUnreachable(error: unknown): boolean {
  const { code, name } = error as { readonly code?: string; readonly name?: string };
  return error instanceof TypeError || name === 'TimeoutError' || code === 'OAUTH_TIMEOUT';
}

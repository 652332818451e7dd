import type { FastifyInstance } from 'fastify';
import { Problem } from '../../kernel/index.ts';
import {
  actOnPerson,
  addPerson,
  addUnit,
  changePassword,
  changeUnit,
  chooseSeat,
  confirmTotp,
  endPost,
  holdPost,
  identityProvider,
  type Keeper,
  listHands,
  listPeople,
  listUnits,
  readySeats,
  removeTotp,
  type SignedIn,
  setUp,
  signIn,
  signOut,
  startTotp,
  takeInvitation,
  trySeat,
  unitsFromBodies,
} from '../../operations/index.ts';
import { deedsOf } from '../../register/index.ts';
import type { Acting } from '../acting.ts';
import { keepToken } from '../cookie.ts';
import { route } from '../route.ts';
import { providerRoutes } from './identity-provider.ts';

const DONE = { done: true } as const;

export function accountRoutes(app: FastifyInstance): void {
  sessionRoutes(app);
  providerRoutes(app);
  ownRoutes(app);
  peopleRoutes(app);
  unitRoutes(app);
}

function sessionRoutes(app: FastifyInstance): void {
  route(app, 'getSession', async ({ context, acting }, reply) => {
    reply.header('cache-control', 'no-store');
    const { mode, signed, seat } = acting;
    const ready = mode === 'open' ? await readySeats(context) : [];
    return {
      ...{ mode, person: signed === null ? null : personOf(signed), csrf: signed?.csrf ?? null },
      seat: signed?.seats.find(({ id }) => id === seat?.hand) ?? null,
      ...{ seats: signed?.seats ?? [], deeds: seat === null ? [] : [...deedsOf(seat)], ready },
      provider: identityProvider()?.name ?? null,
    };
  });
  route(app, 'signIn', async ({ context, body, acting, request }, reply) => {
    const { token } = await signIn(context, body);
    if (acting.token !== null) await signOut(context, acting.token, false);
    keepToken(request, reply, token);
    return DONE;
  });
  route(app, 'signOut', async ({ context, body, acting, request }, reply) => {
    await signOut(context, acting.token ?? '', body.everywhere);
    keepToken(request, reply, null);
    return DONE;
  });
  route(app, 'chooseSeat', async ({ context, body, acting, request }, reply) => {
    keepToken(request, reply, (await chooseSeat(context, acting.token ?? '', body.holding)).token);
    return DONE;
  });
  route(app, 'trySeat', async ({ context, body, acting, request }, reply) => {
    if (acting.mode !== 'open') throw new Problem('sign-in-needed', {});
    keepToken(request, reply, (await trySeat(context, body)).token);
    return DONE;
  });
  route(app, 'setUp', async ({ context, body, acting, request }, reply) => {
    if (acting.mode !== 'open') throw new Problem('sign-in-needed', {});
    keepToken(request, reply, (await setUp(context, body)).token);
    return DONE;
  });
  route(app, 'takeInvitation', async ({ context, body, request }, reply) => {
    const signed = await takeInvitation(context, body.token, body.password);
    if (signed !== null) keepToken(request, reply, signed.token);
    return { signedIn: signed !== null };
  });
}

function personOf({ account, name, mail, totp, demonstration }: SignedIn) {
  return { id: account, name, mail, totp, demonstration };
}

/** What people do to their own account; the seats for trying have none. */
function ownRoutes(app: FastifyInstance): void {
  const own = ({ signed }: Acting): string => {
    if (signed === null || signed.demonstration) throw new Problem('seat-may-not', { deed: 'account' });
    return signed.account;
  };
  route(app, 'changePassword', async ({ context, body, acting, request }, reply) => {
    keepToken(request, reply, (await changePassword(context, { account: own(acting), ...body })).token);
    return DONE;
  });
  route(app, 'startTotp', ({ context, acting }) => startTotp(context, own(acting)));
  route(app, 'confirmTotp', async ({ context, body, acting }) => ({
    recovery: await confirmTotp(context, { account: own(acting), ...body }),
  }));
  route(app, 'removeTotp', async ({ context, body, acting }) => {
    await removeTotp(context, own(acting), body.password);
    return DONE;
  });
}

function keeperOf({ by, seat, signed }: Acting): Keeper & { readonly account: string | null } {
  if (seat === null || seat.party === null) throw new Problem('seat-may-not', { deed: 'administer' });
  return { by, party: seat.party, account: signed?.account ?? null };
}

function peopleRoutes(app: FastifyInstance): void {
  route(app, 'getHands', async ({ context, acting: { seat } }) => ({
    hands: seat === null ? [] : await listHands(context, seat.party),
  }));
  route(app, 'listPeople', async ({ context, acting }) => ({ people: await listPeople(context, keeperOf(acting)) }));
  route(app, 'addPerson', ({ context, acting, body }) => addPerson(context, keeperOf(acting), body));
  route(app, 'actOnPerson', ({ context, acting, params, body }) =>
    actOnPerson(context, keeperOf(acting), params.id, body.type),
  );
  route(app, 'holdPost', async ({ context, acting, params, body }) => {
    await holdPost(context, keeperOf(acting), { account: params.id, ...body });
    return { people: await listPeople(context, keeperOf(acting)) };
  });
  route(app, 'endPost', async ({ context, acting, params, body }) => {
    await endPost(context, keeperOf(acting), { holding: params.id, ...body });
    return { people: await listPeople(context, keeperOf(acting)) };
  });
}

/** Units are kept on a machine without accounts too: tasks are given to them. */
function unitKeeperOf({ by, seat }: Acting): Keeper {
  if (seat === null) throw new Problem('sign-in-needed', {});
  return { by, party: seat.party };
}

function unitRoutes(app: FastifyInstance): void {
  route(app, 'listUnits', async ({ query, context }) => ({ units: [...(await listUnits(context, query.asOf))] }));
  route(app, 'addUnit', ({ context, acting, body }) => addUnit(context, unitKeeperOf(acting), body));
  route(app, 'changeUnit', ({ context, acting, params, body: { version, ...given } }) => {
    const fields = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    return changeUnit(context, unitKeeperOf(acting), { id: params.id, version, fields });
  });
  route(app, 'unitsFromBodies', async ({ context, acting, body }) => ({
    made: await unitsFromBodies(context, unitKeeperOf(acting), body),
  }));
}

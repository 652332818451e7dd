import { z } from 'zod';
import { LOCALES } from '../../kernel/index.ts';
import { DEEDS, ROLES } from '../../register/index.ts';
import { OfDay } from './query.ts';

const party = z.string().regex(/^[A-Z]{2}$/);
const day = z.iso.date();
const names = z.partialRecord(z.enum(['vi', 'en', 'zh', 'fa']), z.array(z.string().trim().min(1).max(300)).min(1));
const byId = z.object({ id: z.string() });
const password = z.string().max(400);

/** A person in a post from one day to another, both inclusive. */
export const HoldingView = z.object({
  id: z.string(),
  role: z.enum(ROLES),
  party: z.string(),
  unit: z.string(),
  unitNames: z.partialRecord(z.enum(['vi', 'en', 'zh', 'fa']), z.array(z.string())),
  person: z.string(),
  account: z.string(),
  from: day,
  until: day.nullable(),
});

/** Who is signed in, from which seat, and what that seat may do. */
export const Session = z.object({
  /** `open`: no accounts, whoever sits at the machine sees to everything; `not-here`: no accounts, and asked from elsewhere. */
  mode: z.enum(['open', 'accounts', 'not-here']),
  person: z
    .object({ id: z.string(), name: z.string(), mail: z.string(), totp: z.boolean(), demonstration: z.boolean() })
    .nullable(),
  /** To be sent along as `x-servanda-csrf` with everything that changes something; null without a session. */
  csrf: z.string().nullable(),
  seat: HoldingView.nullable(),
  seats: z.array(HoldingView),
  deeds: z.array(z.enum(DEEDS)),
  /** The identity provider to sign in with, as its button names it; null where there is none. */
  provider: z.string().nullable(),
  /** Seats of the demonstration to try the product from. */
  ready: z.array(z.object({ party: z.string(), role: z.enum(ROLES) })),
});

export const PersonView = z.object({
  id: z.string(),
  name: z.string(),
  mail: z.string(),
  disabled: z.boolean(),
  demonstration: z.boolean(),
  /** False until the person has chosen a password. */
  ready: z.boolean(),
  totp: z.boolean(),
  holdings: z.array(HoldingView),
});

export const UnitView = z.object({
  id: z.string(),
  party: z.string(),
  names: z.partialRecord(z.enum(['vi', 'en', 'zh', 'fa']), z.array(z.string())),
  parent: z.string().nullable(),
  from: day.nullable(),
  until: day.nullable(),
  successor: z.string().nullable(),
  /** The body of the registers it is, where it is one. */
  entity: z.string().nullable(),
  /** By which official documents name it. */
  code: z.string().nullable(),
  version: z.int(),
});

const Done = z.object({ done: z.literal(true) });
const People = z.object({ people: z.array(PersonView) });
/** Groups of digits and capitals between dots (Decision 20/2020/QĐ-TTg). */
const unitCode = z
  .string()
  .max(35)
  .regex(/^[0-9A-Z]+(\.[0-9A-Z]+)*$/)
  .nullable();
const unitFields = { names, parent: z.string().nullable(), from: day.nullable(), until: day.nullable() };

/** Signing in and out, the people of a party with their posts, and its units. */
export const ACCOUNT_ROUTES = {
  getSession: { method: 'GET', path: '/api/session', response: Session },
  signIn: {
    method: 'POST',
    path: '/api/session',
    body: z.object({ mail: z.string().max(300), password, code: z.string().max(40).optional() }),
    response: Done,
  },
  signOut: {
    method: 'POST',
    path: '/api/session/end',
    body: z.object({ everywhere: z.boolean().default(false) }),
    response: Done,
  },
  chooseSeat: {
    method: 'POST',
    path: '/api/session/seat',
    body: z.object({ holding: z.string() }),
    response: Done,
  },
  /** Sits down on a seat of the demonstration. */
  trySeat: {
    method: 'POST',
    path: '/api/session/try',
    body: z.object({ party, role: z.enum(ROLES) }),
    response: Done,
  },
  /** Makes the first account; from then on everybody signs in. */
  setUp: {
    method: 'POST',
    path: '/api/set-up',
    body: z.object({
      name: z.string().trim().min(1).max(200),
      mail: z.email().max(300),
      password,
      party,
      unit: z.string().trim().min(1).max(300),
      language: z.enum(LOCALES),
    }),
    response: Done,
  },
  takeInvitation: {
    method: 'POST',
    path: '/api/invitation',
    body: z.object({ token: z.string().max(200), password }),
    /** False where the code of the second factor is still asked for: sign in as usual. */
    response: z.object({ signedIn: z.boolean() }),
  },
  changePassword: {
    method: 'POST',
    path: '/api/account/password',
    body: z.object({ present: password, next: password }),
    response: Done,
  },
  startTotp: {
    method: 'POST',
    path: '/api/account/totp/start',
    body: z.object({}),
    response: z.object({ secret: z.string(), address: z.string(), sealed: z.string() }),
  },
  confirmTotp: {
    method: 'POST',
    path: '/api/account/totp',
    body: z.object({ password, sealed: z.string().max(500), code: z.string().max(40) }),
    response: z.object({ recovery: z.array(z.string()) }),
  },
  removeTotp: { method: 'POST', path: '/api/account/totp/remove', body: z.object({ password }), response: Done },
  /** Who stands behind the ids in the histories of the asking side. */
  getHands: { method: 'GET', path: '/api/hands', response: z.object({ hands: z.array(HoldingView) }) },
  listPeople: { method: 'GET', path: '/api/people', response: People },
  addPerson: {
    method: 'POST',
    path: '/api/people',
    body: z.object({ name: z.string().trim().min(1).max(200), mail: z.email().max(300) }),
    /** The link is shown once, to be handed over. */
    response: z.object({ id: z.string(), link: z.string() }),
  },
  actOnPerson: {
    method: 'POST',
    path: '/api/people/:id/actions',
    params: byId,
    body: z.object({ type: z.enum(['invite', 'disable', 'enable', 'totp-off']) }),
    response: z.object({ link: z.string().nullable() }),
  },
  holdPost: {
    method: 'POST',
    path: '/api/people/:id/posts',
    params: byId,
    body: z.object({ unit: z.string(), role: z.enum(ROLES), from: day, until: day.nullable() }),
    response: People,
  },
  /** Ends a holding on a day; with `to` another person has the post from the day after. */
  endPost: {
    method: 'POST',
    path: '/api/holdings/:id/end',
    params: byId,
    body: z.object({ until: day, to: z.string().nullable() }),
    response: People,
  },
  listUnits: {
    method: 'GET',
    path: '/api/units',
    query: OfDay,
    response: z.object({ units: z.array(UnitView) }),
  },
  addUnit: {
    method: 'POST',
    path: '/api/units',
    body: z.object({
      ...{ party, ...unitFields, successor: z.string().nullable(), entity: z.string().nullable() },
      code: unitCode.default(null),
    }),
    response: UnitView,
  },
  changeUnit: {
    method: 'PATCH',
    path: '/api/units/:id',
    params: byId,
    body: z.object({
      version: z.int().positive(),
      ...z.object({ ...unitFields, successor: z.string().nullable(), code: unitCode }).partial().shape,
    }),
    response: UnitView,
  },
  /** Makes units of bodies of the registers. */
  unitsFromBodies: {
    method: 'POST',
    path: '/api/units/from-bodies',
    body: z.object({ party, parent: z.string().nullable(), entities: z.array(z.string()).min(1).max(500) }),
    response: z.object({ made: z.int() }),
  },
} as const;

export {
  beginIdentitySignIn,
  endIdentitySignIn,
  type IdentityProvider,
  identityProvider,
} from './identity-provider.ts';
export {
  actOnPerson,
  addPerson,
  endPost,
  holdPost,
  type Keeper,
  listHands,
  listPeople,
  type NewHolding,
  type PersonAction,
} from './people.ts';
export type * from './results.ts';
export { confirmTotp, type NewFactor, removeTotp, startTotp } from './second-factor.ts';
export { LEAST } from './secrets.ts';
export { chooseSeat, forgetUnits, seatOfHand, sessionOf, signOut } from './sessions.ts';
export { type FirstPerson, hasAccounts, type ReadySeat, readyHolding, readySeats, setUp, trySeat } from './set-up.ts';
export { type Credentials, changePassword, signIn, takeInvitation } from './sign-in.ts';
export {
  addToken,
  bearerOf,
  listTokens,
  type NewTokenOf,
  revokeToken,
  type TokenBearer,
  type TokenView,
} from './tokens.ts';
export { codeAt } from './totp.ts';
export { addUnit, changeUnit, enterUnit, listUnits, type UnitChange, unitsFromBodies } from './units.ts';

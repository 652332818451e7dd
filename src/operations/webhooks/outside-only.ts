import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isOutside, mayTellInside } from './outside.ts';

/** Looks a name up and refuses what lies inside; the connection goes to the address that was looked at and no other. */
export const outsideOnly: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    if (error !== null) return done(error, '', 0);
    const bad = mayTellInside() ? undefined : found.find(({ address }) => !isOutside(address));
    const [first] = found;
    if (bad !== undefined || first === undefined) return done(new Error('an address of a private network'), '', 0);
    if (options.all === true) return done(null, found);
    return done(null, first.address, first.family);
  });
};

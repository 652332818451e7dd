import { createHash } from 'node:crypto';
import type { PublicKind } from '../../register/index.ts';

const SIGNS = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 12;

/**
 * The permanent address of an item: sixty bits of a hash of its kind and id, in letters and digits that are not taken for each other.
 * The same item always has the same, and nobody guesses the address of one from that of another.
 */
export function addressOf(kind: PublicKind, item: string): string {
  const hash = createHash('sha256').update(`servanda ${kind} ${item}`).digest();
  return Array.from({ length: LENGTH }, (_, index) => SIGNS[(hash[index] ?? 0) & 31]).join('');
}

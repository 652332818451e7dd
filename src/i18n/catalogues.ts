import type { Locale } from '../kernel/index.ts';
import en from './catalogues/en.json' with { type: 'json' };
import vi from './catalogues/vi.json' with { type: 'json' };
import zh from './catalogues/zh.json' with { type: 'json' };

/** Id of a message that every catalogue holds. */
export type MessageId = keyof typeof en;

/** ICU messages of each locale by id; a test holds that the three have the same ids and the same arguments. */
export const catalogues: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { vi, en, zh };

/** Tells whether an id made at run time (of a rule, a message) has a sentence. */
export function hasMessage(id: string): id is MessageId {
  return Object.hasOwn(en, id);
}

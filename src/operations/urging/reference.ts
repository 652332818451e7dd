import { createHash } from 'node:crypto';

/** A short reference of a message, of letters and digits that are not mistaken for one another: `SV-7K3M9QXA`. */
export function referenceOf(id: string): string {
  const digits = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
  const hash = createHash('sha256').update(id).digest();
  return `SV-${[...hash.subarray(0, 8)].map((byte) => digits[byte % digits.length]).join('')}`;
}

/** The references that stand in words. */
export function referencesIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\bSV-[2-9A-HJKMNP-TV-Z]{8}\b/g)].map(([found]) => found))];
}

/** The ids of messages of ours that header lines name (`In-Reply-To`, `References`). */
export function messageIdsIn(lines: readonly string[]): string[] {
  return [
    ...new Set(lines.flatMap((line) => [...line.matchAll(/<([^@<>\s]+)@servanda>/g)].map(([, id]) => id as string))),
  ];
}

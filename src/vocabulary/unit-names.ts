import type { z } from 'zod';
import { chineseUnitId } from './chinese-units.ts';
import vi from './data/units/vi.json' with { type: 'json' };
import { kebab } from './fold.ts';
import type { unitPartsSchema } from './word-schemas.ts';

export const UNIT_PARTS: z.infer<typeof unitPartsSchema> = vi as z.infer<typeof unitPartsSchema>;

const HAN = /^\p{Script=Han}/u;
const FIELDS = new Map(UNIT_PARTS.fields.map(({ form, id }) => [form.toLowerCase(), id]));
const HEADS = [...UNIT_PARTS.heads].sort((a, b) => b.form.length - a.form.length);

/**
 * A kebab id for a body that no register knows: `Vụ Hợp tác quốc tế` → `international-cooperation-department`, other
 * Vietnamese and English names letter by letter.
 */
export function proposeUnitId(name: string): string {
  if (HAN.test(name)) return chineseUnitId(name);
  const head = HEADS.find(({ form }) => name === form || name.startsWith(`${form} `));
  if (head === undefined) return kebab(name);
  const rest = name.slice(head.form.length).trim();
  if (rest === '') return head.id.replace(/-of$/, '');
  const field = FIELDS.get(rest.toLowerCase()) ?? kebab(rest);
  return head.id.endsWith('-of') ? `${head.id}-${field}` : `${field}-${head.id}`;
}

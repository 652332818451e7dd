import zh from './data/units/zh.json' with { type: 'json' };
import { pinyin } from './pinyin.ts';

const HEADS = [...zh.heads].sort((a, b) => b.form.length - a.form.length);
const FIELDS = new Map(zh.fields.map(({ form, id }) => [form, id]));
/** Words before a body's field that only say whose it is. */
const OWNER = /^(?:我|本|全|各级|各有关|各|有关|相关)?(?:省政府|市政府|省|市|州|县|自治区|区)?/u;

/** A kebab id for a Chinese body that no register knows: `省商务厅` → `department-of-commerce`, other names by their sound. */
export function chineseUnitId(name: string): string {
  const own = name.replace(OWNER, '');
  const head = HEADS.find(({ form }) => own.endsWith(form));
  if (head === undefined) return pinyin(name);
  const rest = own.slice(0, -head.form.length);
  if (rest === '') return head.id.replace(/-of$/, '');
  const field = FIELDS.get(rest) ?? pinyin(rest);
  if (head.id === 'departments') return `${field}-departments`;
  return head.id.endsWith('-of') ? `${head.id}-${field}` : `${field}-${head.id}`;
}

import { LOCALES, type Locale } from '../../kernel/index.ts';
import type { FieldValue, NoticeArea, NoticeContent, NoticeFields, NoticeMode } from '../model.ts';
import { type NoticeType, noticeType } from '../types/index.ts';
import { LEVEL_FIELDS } from './from-notice.ts';
import { levelsOf } from './levels.ts';
import type { CapAlert, CapInfo } from './model.ts';
import { instantOf } from './times.ts';

/** What an alert of others says, ready to be looked over and sent on as a notice; who sends it and to whom a person chooses. */
export interface NoticeDraft extends NoticeContent {
  /** Null where the alert does not say which type of notice it is: a person chooses. */
  readonly type: string | null;
  readonly mode: NoticeMode;
}

const NOTICE_CODE = 'urn:servanda:notice:';
const FIELD = 'notice.';
const HEADLINE = 300;
const INSTRUCTION = 5_000;

/**
 * Reads an alert as the beginning of a notice: texts of the languages that notices have, the first block of each; all areas as one;
 * fields where the alert was once a notice. Whatever is not `Actual` becomes an exercise: nobody is called out by mistake.
 */
export function noticeDraft({ status, code, info }: CapAlert): NoticeDraft {
  const named = code.find((one) => one.startsWith(NOTICE_CODE))?.slice(NOTICE_CODE.length);
  const type = named === undefined ? undefined : noticeType(named);
  const expires = instantOf(info[0]?.expires ?? null);
  return {
    type: type?.id ?? null,
    mode: status === 'Actual' ? 'normal' : 'exercise',
    texts: textsOf(info, type),
    fields: type === undefined ? {} : fieldsOf(info, type),
    area: areaOf(info),
    expires: expires === null ? null : new Date(expires).toISOString(),
  };
}

function textsOf(info: readonly CapInfo[], type: NoticeType | undefined): NoticeDraft['texts'] {
  const texts: Partial<Record<Locale, { headline: string; instruction: string }>> = {};
  for (const { language, headline, event, description, instruction } of info) {
    const locale = LOCALES.find((one) => (language ?? 'en-US').toLowerCase().split('-')[0] === one);
    if (locale === undefined || texts[locale] !== undefined) continue;
    // Of an alert that was a notice, the description is its fields in words.
    const said = type === undefined ? [description, instruction] : [instruction];
    texts[locale] = {
      headline: (headline ?? event).trim().slice(0, HEADLINE),
      instruction: said
        .flatMap((part) => part?.trim() || [])
        .join('\n\n')
        .slice(0, INSTRUCTION),
    };
  }
  return texts;
}

function fieldsOf([info]: readonly CapInfo[], type: NoticeType): NoticeFields {
  const fields: Record<string, FieldValue> = {};
  if (info === undefined) return fields;
  const { properties = {} } = type.fields;
  for (const { valueName, value } of info.parameter) {
    const name = valueName.startsWith(FIELD) ? valueName.slice(FIELD.length) : '';
    const schema = Object.hasOwn(properties, name) ? properties[name] : undefined;
    const read = schema === undefined ? undefined : valueAs(value, schema.type === 'string');
    if (read !== undefined) fields[name] = read;
  }
  const levels = levelsOf(info);
  for (const [name, scheme] of Object.entries(LEVEL_FIELDS)) {
    const level = levels.find((one) => one.scheme === scheme);
    if (level !== undefined && Object.hasOwn(properties, name)) fields[name] = level.level;
  }
  return fields;
}

function valueAs(value: string, isText: boolean): FieldValue | undefined {
  if (isText) return value;
  try {
    return JSON.parse(value) as FieldValue;
  } catch {
    return undefined;
  }
}

function areaOf([info]: readonly CapInfo[]): NoticeArea | null {
  if (info === undefined || info.area.length === 0) return null;
  const place = ([latitude, longitude]: readonly [number, number]) => ({ latitude, longitude });
  return {
    name: info.area
      .map(({ areaDesc }) => areaDesc)
      .join('; ')
      .slice(0, HEADLINE),
    // A ring closes itself; the last point is the first one again.
    rings: info.area.flatMap(({ polygon }) => polygon.map((ring) => ring.slice(0, -1).map(place))),
    circles: info.area.flatMap(({ circle }) => circle.map(({ centre, radius }) => ({ centre: place(centre), radius }))),
  };
}

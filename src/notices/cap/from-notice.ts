import { LOCALES, type Locale } from '../../kernel/index.ts';
import type { Deed, FieldValue, Notice, NoticeState } from '../model.ts';
import { type NoticeType, noticeType } from '../types/index.ts';
import { wallTime, zoneOfParty } from '../zones.ts';
import { levelParameter, levelsOf } from './levels.ts';
import type { CapAlert, CapArea, CapInfo, CapReference, CapValue } from './model.ts';
import { SEVERITIES } from './model.ts';
import { capTime } from './times.ts';

const LANGUAGE: Readonly<Record<Locale, string>> = { vi: 'vi-VN', en: 'en', zh: 'zh-CN' };
/** Fields of notices that hold a national level, and the scale it is of. */
export const LEVEL_FIELDS: Readonly<Record<string, string>> = {
  levelVn: 'vn-disaster-risk',
  levelCn: 'cn-warning-colour',
};

/**
 * A notice as it now stands, as one CAP alert between the sides: Alert, Update once its sender changed it, Cancel once it was called
 * off. Its fields travel as parameters under the names of their schema. What a notice does not say (how urgent, how certain) is
 * Unknown: nobody's judgement is put in its place. A drill has the status Exercise.
 */
export function noticeAlert(id: string, { notice, contents, ended, standing }: NoticeState): CapAlert {
  const last = standing === 'cancelled' && ended ? ended : (contents.at(-1) as Deed);
  const earlier = contents.filter(({ action }) => action !== last.action);
  const name = (deed: Deed): CapReference => ({
    sender: senderOf(notice),
    identifier: deed.action === contents[0]?.action ? id : `${id}.${deed.action}`,
    sent: timeOf(deed.at, notice.from.party),
  });
  const info = standing === 'cancelled' ? [] : infosOf(notice);
  return {
    ...name(last),
    status: notice.mode === 'exercise' ? 'Exercise' : 'Actual',
    msgType: standing === 'cancelled' ? 'Cancel' : earlier.length > 0 ? 'Update' : 'Alert',
    ...{ source: notice.from.postName || null, scope: 'Private', restriction: null, addresses: notice.to },
    code: [`urn:servanda:notice:${notice.type}`],
    note: standing === 'cancelled' ? ended?.text || null : notice.mode === 'exercise' ? id : null,
    ...{ references: earlier.map(name), incidents: notice.references, info, signatures: 0 },
  };
}

function senderOf({ from }: Notice): string {
  return ['servanda', from.party, from.post ?? 'duty'].join(':').replace(/[\s,<&]/g, '-');
}

/** An instant by the clock of the side that sends. */
function timeOf(at: string, party: string): string {
  const { offset } = wallTime(at, zoneOfParty(party));
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
  return capTime(at, (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes));
}

function infosOf(notice: Notice): CapInfo[] {
  const type = noticeType(notice.type);
  const levels = Object.entries(LEVEL_FIELDS).flatMap(([field, scheme]) => {
    const level = notice.fields[field];
    return level === undefined ? [] : (levelParameter(scheme, String(level)) ?? []);
  });
  // The graver of two national levels: each side reads its own label beside it.
  const found = levelsOf({ parameter: levels }).map(({ severity }) => severity);
  const severity = SEVERITIES.find((one) => found.includes(one)) ?? 'Unknown';
  return LOCALES.flatMap((locale) => {
    const text = notice.texts[locale];
    if (!text) return [];
    const { party, postName } = notice.from;
    return [
      {
        ...{ language: LANGUAGE[locale], event: type?.names[locale] ?? notice.type },
        category: (type?.category ?? ['Other']) as CapInfo['category'],
        ...{ responseType: [], urgency: 'Unknown', severity, certainty: 'Unknown', audience: null, eventCode: [] },
        ...{ effective: null, onset: null, expires: notice.expires && timeOf(notice.expires, party) },
        ...{
          senderName: postName || null,
          headline: text.headline || null,
          description: linesOf(notice, type, locale),
        },
        ...{ instruction: text.instruction || null, web: null, contact: null, resource: [] },
        parameter: [...levels, ...parametersOf(notice)],
        area: areasOf(notice),
      } satisfies CapInfo,
    ];
  });
}

/** The fields in words, one a line, as the reader's language names them. */
function linesOf({ fields }: Notice, type: NoticeType | undefined, locale: Locale): string | null {
  const lines = Object.entries(fields).map(([name, value]) => {
    const schema = type?.fields.properties?.[name];
    const named = schema?.['x-names']?.[locale] ?? name;
    const said = typeof value === 'string' ? (schema?.['x-values']?.[value]?.[locale] ?? value) : plain(value);
    return `${named}: ${said}`;
  });
  return lines.join('\n') || null;
}

function plain(value: FieldValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function parametersOf({ fields }: Notice): CapValue[] {
  return Object.entries(fields)
    .filter(([name]) => !(name in LEVEL_FIELDS))
    .map(([name, value]) => ({ valueName: `notice.${name}`, value: plain(value) }));
}

function areasOf({ area }: Notice): CapArea[] {
  if (!area) return [];
  const point = ({ latitude, longitude }: { latitude: number; longitude: number }) => [latitude, longitude] as const;
  return [
    {
      areaDesc: area.name,
      polygon: area.rings.map((ring) => closed(ring.map(point))),
      circle: area.circles.map(({ centre, radius }) => ({ centre: point(centre), radius })),
      ...{ geocode: [], altitude: null, ceiling: null },
    },
  ];
}

/** A ring whose last point is its first. */
function closed(points: CapArea['polygon'][number]): CapArea['polygon'][number] {
  const [first, last] = [points[0], points.at(-1)];
  return first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...points, first] : points;
}

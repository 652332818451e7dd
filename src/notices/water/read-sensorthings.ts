import { z } from 'zod';
import { Gatherer, POINT_LIMIT, type WaterReading } from './gather.ts';
import type { WaterPlace } from './rules.ts';

const observation = z.looseObject({
  phenomenonTime: z.string(),
  result: z.union([z.number(), z.null(), z.string()]),
  resultQuality: z.unknown().optional(),
  parameters: z
    .looseObject({ remark: z.string().optional(), censored: z.enum(['below', 'above']).optional() })
    .optional(),
});
const datastream = z.looseObject({
  unitOfMeasurement: z.looseObject({ symbol: z.string().nullish(), name: z.string().nullish() }),
  ObservedProperty: z.looseObject({ name: z.string(), definition: z.string().optional() }),
  properties: z.looseObject({ interpolation: z.string().nullish() }).optional(),
  Observations: z.array(observation),
});
const thing = z.looseObject({
  '@iot.id': z.union([z.string(), z.number()]).optional(),
  name: z.string(),
  properties: z.looseObject({ station: z.string().optional(), verticalDatum: z.string().nullish() }).optional(),
  Locations: z
    .array(
      z.looseObject({ location: z.looseObject({ type: z.literal('Point'), coordinates: z.array(z.number()).min(2) }) }),
    )
    .optional(),
  Datastreams: z.array(datastream),
});
const collection = z.looseObject({ value: z.array(thing) });

const START: WaterPlace = { line: 1, column: 1 };

/**
 * Reads things with their datastreams and observations, named as in SensorThings 1.1 (OGC 18-088), as `$expand` gives
 * them. A finding names the place by its path in the JSON.
 */
export function readSensorThings(bytes: Uint8Array): WaterReading {
  const gather = new Gatherer();
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    gather.say('json-malformed', START, { detail: error instanceof Error ? error.message.slice(0, 120) : '' });
    return gather.done(null);
  }
  const { things, more } = thingsOf(json);
  if (more) gather.say('json-more', START, { address: more });
  const parsed = collection.safeParse({ value: things });
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues)
      gather.say('json-form', START, { path: path.join('.') || '–', detail: message });
    return gather.done(null);
  }
  let count = 0;
  for (const one of parsed.data.value) count += readThing(one, gather, POINT_LIMIT - count);
  return gather.done('sensorthings');
}

/**
 * The things of an answer, in whatever form a service gives them: a collection, a list, one thing alone, or datastreams
 * that name their thing. `more` is where the service says that the rest of them is.
 */
function thingsOf(json: unknown): { readonly things: unknown; readonly more: string | null } {
  const answer = json as Readonly<Record<string, unknown>>;
  const held = Array.isArray(json) ? json : (answer?.value ?? [json]);
  const link = Array.isArray(json) ? null : answer?.['@iot.nextLink'];
  const more = typeof link === 'string' ? link.slice(0, 200) : null;
  if (!Array.isArray(held)) return { things: held, more };
  const things = held.map((one: Readonly<Record<string, unknown>> | null) => {
    const stream = one !== null && typeof one === 'object' && 'Observations' in one && 'Thing' in one;
    return stream ? { ...(one.Thing as object), Datastreams: [one] } : one;
  });
  return { things, more };
}

function readThing(one: z.infer<typeof thing>, gather: Gatherer, room: number): number {
  const [longitude = null, latitude = null] = one.Locations?.[0]?.location.coordinates ?? [];
  const id = one.properties?.station ?? String(one['@iot.id'] ?? one.name);
  const station = { id, name: one.name, latitude, longitude, datum: one.properties?.verticalDatum ?? null };
  let count = 0;
  for (const { unitOfMeasurement, ObservedProperty, properties, Observations } of one.Datastreams) {
    const unit = unitOfMeasurement.symbol ?? unitOfMeasurement.name ?? '';
    const { name: property, definition = '' } = ObservedProperty;
    const head = { station, property, definition, unit, interpolation: properties?.interpolation ?? null };
    const key = gather.begin(head, START);
    for (const { phenomenonTime, result, resultQuality, parameters } of Observations) {
      if (count === room) gather.say('too-many', START, { limit: POINT_LIMIT });
      count += 1;
      if (count > room) return count;
      const point = {
        // An interval is dated by its end, as sums and means of it are.
        ...{ time: phenomenonTime.split('/').at(-1) ?? '', value: result === null ? '' : String(result), place: START },
        quality: typeof resultQuality === 'string' ? resultQuality : '',
        ...{ censored: parameters?.censored ?? null, remark: parameters?.remark ?? null },
      };
      gather.add(key, point, null);
    }
  }
  return count;
}

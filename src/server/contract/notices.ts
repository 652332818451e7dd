import { z } from 'zod';
import { LANGUAGES, LOCALES } from '../../kernel/index.ts';
import {
  CLOCK_STANDINGS,
  CLOCKS,
  CONTACT_STANDINGS,
  NOTICE_GROUPS,
  NOTICE_MODES,
  NOTICE_STANDINGS,
  NOTICE_VERBS,
} from '../../notices/index.ts';

/** Everything that can happen to a notice, by people or by the rules. */
import { OfDay } from './query.ts';

const STEPS = [...NOTICE_VERBS, 'issue', 'receive', 'escalate'] as const;

/** What became of an alert of others: nothing yet, set aside, a notice. */
const ALERT_STATES = ['new', 'aside', 'used'] as const;

const id = z.string().min(1).max(200);
const party = z.string().regex(/^[A-Z]{2}$/);
const text = z.string().trim().max(5_000);
const instant = z.iso.datetime({ offset: true });
const stated = z.iso.datetime();
const byLocale = z.partialRecord(z.enum(LOCALES), z.string().trim().max(300));
const said = z.strictObject({ headline: z.string().trim().min(1).max(300), instruction: text });
const place = z.strictObject({ latitude: z.number(), longitude: z.number() });
const limit = z.object({ minutes: z.number(), source: z.string() });

const content = {
  texts: z.partialRecord(z.enum(LOCALES), said),
  /** As the schema of the type asks (`/api/notice-types`). */
  fields: z.record(z.string(), z.unknown()),
  area: z
    .strictObject({
      name: z.string().max(300),
      rings: z.array(z.array(place).max(2_000)).max(50),
      circles: z.array(z.strictObject({ centre: place, radius: z.number().nonnegative() })).max(50),
    })
    .nullable(),
  expires: instant.nullable(),
};

/** A notice as a duty post writes it: over a channel, or to sides named in `to` where there is none. */
const NoticeDraftBody = z.strictObject({
  ...{ type: id, mode: z.enum(NOTICE_MODES), channel: id.nullable(), party, post: id.nullable() },
  to: z.array(party).max(10),
  ...content,
  references: z.array(id).max(100),
});

/** What came of a CAP file (`POST /api/notices/cap`): each thing found with its place, and the notice it can begin. */
export const AlertFileShape = z.object({
  findings: z.array(
    z.object({
      ...{ severity: z.enum(['info', 'warning', 'error']), id: z.string(), rule: z.string(), clause: z.string() },
      details: z.record(z.string(), z.union([z.string(), z.number()])),
      ...{ path: z.string(), line: z.int(), column: z.int() },
    }),
  ),
  draft: z
    .object({
      ...{ type: z.string().nullable(), mode: z.enum(NOTICE_MODES), ...content, expires: z.string().nullable() },
      texts: z.partialRecord(z.enum(LOCALES), z.object({ headline: z.string(), instruction: z.string() })),
    })
    .nullable(),
});

const alertFeeds = z.object({
  now: stated,
  feeds: z.array(
    z.object({
      ...{
        id: z.string(),
        name: z.string(),
        url: z.string(),
        askedAt: stated.nullable(),
        failure: z.string().nullable(),
      },
    }),
  ),
  entries: z.array(
    z.object({
      ...{ id: z.string(), feed: z.string(), title: z.string(), updated: z.string(), link: z.string().nullable() },
      ...{ errors: z.int(), state: z.enum(ALERT_STATES), notice: z.string().nullable() },
      ...{ cameAt: stated, expiresAt: stated.nullable() },
    }),
  ),
});

/** What a person does to a notice; `of` names the content they saw (`changed-meanwhile` where it is another now). */
const NoticeDeedBody = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('acknowledge'), post: id.nullable() }),
  z.strictObject({ type: z.literal('take'), post: id.nullable(), text }),
  z.strictObject({ type: z.literal('accept'), text }),
  z.strictObject({ type: z.literal('refuse'), text }),
  z.strictObject({ type: z.literal('update'), content: z.strictObject(content) }),
  z.strictObject({ type: z.literal('cancel'), text }),
  z.strictObject({ type: z.literal('follow-up'), text, final: z.boolean() }),
  z.strictObject({ type: z.literal('close'), text }),
]);

const deed = { action: z.string(), at: stated, by: z.string(), party: z.string() };
const told = z.array(z.object({ post: z.string(), name: z.string() }));
const clock = z.object({
  ...{ clock: z.enum(CLOCKS), party: z.string(), of: z.string(), startsAt: z.string().nullable() },
  ...{ limit: limit.nullable(), model: limit.nullable(), deadline: stated.nullable(), endedAt: stated.nullable() },
  ...{ standing: z.enum(CLOCK_STANDINGS), minutes: z.number().nullable(), over: z.number() },
});
const notice = z.object({
  ...{ id: z.string(), version: z.int(), of: z.string() },
  notice: z.object({
    ...{ type: z.string(), mode: z.enum(NOTICE_MODES), channel: z.string().nullable() },
    from: z.object({ party: z.string(), post: z.string().nullable(), postName: z.string() }),
    ...{ to: z.array(z.string()), ...content, expires: z.string().nullable(), references: z.array(z.string()) },
    limits: z.partialRecord(z.enum(CLOCKS), limit),
  }),
  issued: z.object(deed),
  contents: z.array(z.object(deed)),
  received: z.array(z.object(deed)),
  acknowledged: z.array(z.object({ ...deed, of: z.string(), post: z.string(), postName: z.string() })),
  taken: z.object({ ...deed, post: z.string(), postName: z.string(), text: z.string() }).nullable(),
  answers: z.array(z.object({ ...deed, of: z.string(), accepted: z.boolean(), text: z.string() })),
  followUps: z.array(z.object({ ...deed, text: z.string(), final: z.boolean() })),
  escalations: z.array(
    z.object({ ...deed, clock: z.enum(CLOCKS), of: z.string(), late: z.string(), step: z.int(), told }),
  ),
  ended: z.object({ ...deed, text: z.string() }).nullable(),
  standing: z.enum(NOTICE_STANDINGS),
  clocks: z.array(clock),
  /** By the side they are done for. */
  actions: z.record(z.string(), z.array(z.enum(NOTICE_VERBS))),
  nextStepAt: stated.nullable(),
});
const detail = z.object({
  now: stated,
  notice,
  course: z.array(
    z.object({
      id: z.string(),
      at: stated,
      by: z.string(),
      party: z.string(),
      body: z.looseObject({ type: z.enum(STEPS) }),
    }),
  ),
  notes: z.array(z.object({ id: z.string(), at: stated, by: z.string(), party: z.string(), text: z.string() })),
  pages: z.array(
    z.object({
      ...{ id: z.string(), reason: z.string(), party: z.string(), post_id: z.string().nullable(), name: z.string() },
      ...{ address: z.string(), made_at: z.string(), attempts: z.int(), error: z.string().nullable() },
      mail: z.enum(['off', 'exercise', 'waiting', 'sent', 'failed', 'nobody']),
    }),
  ),
});

const ChannelBody = z.strictObject({
  names: byLocale,
  parties: z.array(party).min(2).max(10),
  types: z.array(id).min(1).max(60),
  commitments: z.array(id).max(60),
});
const line = z.strictObject({ posts: z.array(id).max(30), chief: id.nullable() });
const minutes = z.number().positive().max(525_600);
const ofClock = { of: id, clock: z.enum(CLOCKS) };

/** What can be done to a channel; each side speaks for itself alone. A limit counts once every side agreed to the same minutes. */
const ChannelDeedBody = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('describe'), channel: ChannelBody }),
  z.strictObject({ type: z.literal('line'), party, line }),
  z.strictObject({
    ...{ type: z.literal('propose-limit'), party, ...ofClock, minutes: minutes.nullable() },
    source: z.string().trim().max(500),
  }),
  z.strictObject({ type: z.literal('agree-limit'), party, ...ofClock, minutes }),
  z.strictObject({ type: z.literal('end'), party }),
]);
const channels = z.object({
  now: stated,
  rows: z.array(
    ChannelBody.extend({
      ...{ id: z.string(), version: z.int(), lines: z.record(z.string(), line), ended: z.boolean() },
      limits: z.array(limit.extend({ type: z.string(), clock: z.enum(CLOCKS), agreed: z.array(z.string()) })),
      figures: z.object({
        ...{ notices: z.int(), open: z.int(), acknowledged: z.int(), limited: z.int(), late: z.int() },
        ...{ medianMinutes: z.number().nullable(), exercises: z.int(), lastNotice: stated.nullable() },
        ...{ lastDrill: stated.nullable(), lastTest: stated.nullable() },
      }),
      /** By side: the test call of the present month. */
      tests: z.record(z.string(), z.enum(['answered', 'unanswered', 'missing'])),
      actions: z.array(z.enum(['describe', 'line', 'limits', 'end'])),
    }),
  ),
  named: z.array(z.object({ id: z.string(), quote: z.string(), language: z.enum(LANGUAGES) })),
});

const PostBody = z.strictObject({
  ...{ party, unit: id.nullable(), name: z.string().trim().min(1).max(200), phone: z.string().trim().max(60) },
  mail: z.union([z.literal(''), z.email().max(200)]),
  zone: z.string().min(1).max(60),
});
const PostDeedBody = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('describe'), post: PostBody }),
  z.strictObject({ type: z.literal('confirm') }),
  z.strictObject({ type: z.literal('end') }),
]);
const turn = {
  ...{ from: instant, until: instant, name: z.string().trim().min(1).max(200) },
  mail: z.union([z.literal(''), z.email().max(200)]),
};
const RosterDeedBody = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('rotate'),
    rotation: z.strictObject({
      ...{ day: z.iso.date(), time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/), hours: z.int().positive().max(168) },
      days: z.int().positive().max(400),
      people: z
        .array(z.strictObject({ name: turn.name, mail: turn.mail }))
        .min(1)
        .max(60),
    }),
  }),
  z.strictObject({ type: z.literal('add'), shift: z.strictObject(turn) }),
  z.strictObject({ type: z.literal('change'), shift: z.strictObject({ id, ...turn }) }),
  z.strictObject({ type: z.literal('drop'), shift: id }),
]);
const shift = z.object({ id: z.string(), from: stated, until: stated, name: z.string(), mail: z.string() });
const duty = z.object({
  ...{ now: stated, ahead: z.int() },
  /** Sides that another node speaks for. */
  elsewhere: z.array(z.string()),
  rows: z.array(
    PostBody.extend({
      ...{ id: z.string(), version: z.int(), confirmedAt: stated.nullable(), ended: z.boolean() },
      contact: z.object({ standing: z.enum(CONTACT_STANDINGS), until: stated.nullable() }),
      /** Of the seat's own side alone. */
      roster: z
        .object({
          ...{ version: z.int(), shifts: z.array(shift), gaps: z.array(z.object({ from: stated, until: stated })) },
          now: shift.nullable(),
        })
        .nullable(),
      actions: z.array(z.enum(['describe', 'confirm', 'roster', 'end'])),
    }),
  ),
});

const byId = z.object({ id });
const versioned = { version: z.int().positive() };

/** Notices, the channels they go over, and the posts at their ends. */
export const NOTICE_ROUTES = {
  /** Hours of gates that all sides agreed to, and what was last said of each gate. */
  getGates: {
    method: 'GET',
    path: '/api/gates',
    response: z.object({
      now: stated,
      hours: z.array(
        z.object({
          ...{ notice: z.string(), gate: z.string(), from: z.string(), until: z.string() },
          ...{ opens: z.string(), closes: z.string(), zone: z.string(), agreedAt: z.string() },
        }),
      ),
      statuses: z.array(
        z.object({
          ...{ notice: z.string(), gate: z.string(), status: z.string(), party: z.string() },
          ...{ from: z.string(), until: z.string().nullable() },
        }),
      ),
    }),
  },
  /** Feeds of warnings that others publish, and what came in them. */
  listAlertFeeds: { method: 'GET', path: '/api/alert-feeds', response: alertFeeds },
  addAlertFeed: {
    method: 'POST',
    path: '/api/alert-feeds',
    body: z.strictObject({ name: z.string().trim().min(1).max(200), url: z.url().max(2_000) }),
    response: alertFeeds,
  },
  endAlertFeed: { method: 'POST', path: '/api/alert-feeds/:id/end', params: byId, response: alertFeeds },
  /** An alert of a feed: what was found in it, and the notice it can begin. */
  getAlert: { method: 'GET', path: '/api/alerts/:id', params: byId, response: AlertFileShape },
  settleAlert: {
    method: 'POST',
    path: '/api/alerts/:id/actions',
    params: byId,
    body: z.strictObject({ state: z.enum(ALERT_STATES), notice: id.nullable() }),
    response: alertFeeds,
  },
  /** Every type of notice: its fields as a JSON Schema, its clocks and ladder, who may send it. */
  listNoticeTypes: {
    method: 'GET',
    path: '/api/notice-types',
    response: z.object({
      types: z.array(
        z.looseObject({ id: z.string(), group: z.enum(NOTICE_GROUPS), fields: z.looseObject({ type: z.string() }) }),
      ),
    }),
  },
  listNotices: {
    method: 'GET',
    path: '/api/notices',
    query: z.object({
      ...{ standing: z.enum(['open', 'ended']).optional(), type: id.optional(), channel: id.optional() },
      ...{ mode: z.enum(NOTICE_MODES).optional(), before: id.optional() },
    }),
    /** `older` is asked for with `before`; null on the last page. */
    response: z.object({ now: stated, rows: z.array(notice), older: z.string().nullable() }),
  },
  issueNotice: { method: 'POST', path: '/api/notices', body: NoticeDraftBody, response: detail },
  getNotice: { method: 'GET', path: '/api/notices/:id', params: byId, response: detail },
  actOnNotice: {
    method: 'POST',
    path: '/api/notices/:id/actions',
    params: byId,
    body: z.strictObject({ party, of: id, body: NoticeDeedBody }),
    response: detail,
  },
  /** For one's own side alone; it never leaves. */
  noteOnNotice: {
    method: 'POST',
    path: '/api/notices/:id/notes',
    params: byId,
    body: z.strictObject({ party, text: z.string().trim().min(1).max(5_000) }),
    response: detail,
  },
  listChannels: {
    method: 'GET',
    path: '/api/channels',
    query: z.object({ commitment: id.optional(), ...OfDay.shape }),
    response: channels,
  },
  openChannel: { method: 'POST', path: '/api/channels', body: ChannelBody, response: channels },
  actOnChannel: {
    method: 'POST',
    path: '/api/channels/:id/actions',
    params: byId,
    body: z.strictObject({ ...versioned, body: ChannelDeedBody }),
    response: channels,
  },
  listDuty: { method: 'GET', path: '/api/duty', query: OfDay, response: duty },
  openPost: { method: 'POST', path: '/api/duty/posts', body: PostBody, response: duty },
  actOnPost: {
    method: 'POST',
    path: '/api/duty/posts/:id/actions',
    params: byId,
    body: z.strictObject({ ...versioned, body: PostDeedBody }),
    response: duty,
  },
  actOnRoster: {
    method: 'POST',
    path: '/api/duty/posts/:id/roster',
    params: byId,
    body: z.strictObject({ version: z.int().nonnegative(), body: RosterDeedBody }),
    response: duty,
  },
} as const;

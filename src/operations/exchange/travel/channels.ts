import {
  keptActions,
  keptRecords,
  openReferences,
  type PartnerRecord,
  partnersTaking,
  type Queries,
} from '../../../db/index.ts';
import type { Reference } from '../../../exchange/index.ts';
import { type Locale, Problem } from '../../../kernel/index.ts';
import {
  type ChannelActionBody,
  type ChannelState,
  type LimitWord,
  limitWordsOf,
  noticeType,
  settleLimits,
} from '../../../notices/index.ts';
import { keep } from '../../notices/keep.ts';
import type { Received, Receiver } from '../receivers.ts';
import { takeReferences } from './references.ts';
import { tellPartners } from './tell.ts';

const TYPE = 'servanda.channel';

/** A desk of the telling side as others need it: its name, to be told and to acknowledge by. How it is reached stays at home. */
interface ToldDesk {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly chief: boolean;
}

interface ChannelData {
  readonly id: string;
  readonly version: number;
  readonly party: string;
  readonly ended?: boolean;
  readonly names: Readonly<Partial<Record<Locale, string>>>;
  readonly parties: readonly string[];
  readonly types: readonly string[];
  readonly commitments?: readonly Reference[];
  readonly posts?: readonly ToldDesk[];
  readonly limits?: readonly LimitWord[];
}

/**
 * Tells the nodes of the other sides what stands at our end of a channel: what it is for, our desks by name, and our words on its
 * limits. Runs in the transaction of what changed.
 */
export async function tellChannel(queries: Queries, id: string, { at, by }: { at: string; by: string }): Promise<void> {
  if ((await partnersTaking(queries, TYPE, null)).length === 0) return;
  const [record] = await keptRecords(queries, 'channel', [id]);
  if (record === undefined) return;
  const { names, parties, types, commitments, lines, ended } = record.state;
  const log = (await keptActions(queries, 'channel', [id])).get(id) ?? [];
  const desks = await keptRecords(
    queries,
    'duty-post',
    Object.values(lines).flatMap(({ posts, chief }) => [...posts, chief ?? []].flat()),
  );
  const references = [...(await openReferences(queries, commitments)).values()];
  const desk = (post: string, chief: boolean): ToldDesk[] =>
    desks.flatMap(({ id: known, state: { name, zone, ended: over } }) =>
      known === post && !over ? { id: post, name, zone, chief } : [],
    );
  for (const party of parties) {
    const { posts = [], chief = null } = lines[party] ?? {};
    await tellPartners(queries, {
      ...{ type: TYPE, kind: 'channel', id, class: 'shared', own: party, at, by },
      to: ({ kind, party: theirs }) => kind !== 'other-side' || parties.includes(theirs),
      data: () => ({
        ...{ id, version: record.version, party, ended, names, parties, types, commitments: references },
        posts: [...posts.flatMap((post) => desk(post, false)), ...(chief === null ? [] : desk(chief, true))],
        limits: limitWordsOf(log, party),
      }),
    });
  }
}

/** Tells of every channel a desk stands at, because it is called otherwise now, or ended. */
export async function tellDesk(queries: Queries, post: string, how: { at: string; by: string }): Promise<void> {
  for (const { id, state } of await keptRecords(queries, 'channel', null)) {
    const stands = Object.values(state.lines).some(({ posts, chief }) => chief === post || posts.includes(post));
    if (stands) await tellChannel(queries, id, how);
  }
}

/** Takes in a channel of another node, or what now stands at its end of one: its desks, and its words on limits. */
export const receiveChannel: Receiver = async (queries, received) => {
  const { envelope, partner, context } = received;
  const data = envelope.data as unknown as ChannelData;
  assertChannel(data, partner);
  const [before] = await keptRecords(queries, 'channel', [data.id]);
  if (before !== undefined && !before.parties.includes(partner.party)) throw refuse('id');
  const keys = await takeReferences(queries, { partner, at: context.clock.now() }, data.commitments ?? []);
  const known = before?.state.commitments ?? (await placedAt(queries, partner.id, keys));
  const { names, parties, types, posts = [] } = data;
  const say = sayer(queries, received, data);
  if (before === undefined) await say({ type: 'open', channel: { names, parties, types, commitments: known } });
  for (const desk of posts) await keepDesk(queries, received, desk);
  if (before?.state.ended) return;
  const line = {
    posts: posts.filter(({ chief }) => !chief).map(({ id }) => id),
    chief: posts.find(({ chief }) => chief)?.id ?? null,
  };
  if (!isSame(before?.state.lines[partner.party], line)) await say({ type: 'line', party: partner.party, line });
  const log = (await keptActions(queries, 'channel', [data.id])).get(data.id) ?? [];
  for (const { at, body } of settleLimits(log, partner.party, data.limits ?? [])) await say(body, at);
  if (data.ended) await say({ type: 'end', party: partner.party });
};

function refuse(field: string): Problem {
  return new Problem('message-refused', { rule: 'field-form', field });
}

function assertChannel({ party, parties, types, limits = [] }: ChannelData, partner: PartnerRecord): void {
  if (partner.kind === 'other-side' && party !== partner.party) throw refuse('party');
  if (!parties.includes(party) || !parties.includes(partner.own)) throw refuse('parties');
  const unknown = [...types, ...limits.map(({ type }) => type)].find((type) => noticeType(type) === undefined);
  if (unknown !== undefined) throw refuse('types');
}

function isSame(one: ChannelState['lines'][string] | undefined, other: ChannelState['lines'][string]): boolean {
  return one !== undefined && one.chief === other.chief && one.posts.join() === other.posts.join();
}

/** Appends to the channel what the partner's side said, at the instant it was said. */
function sayer(queries: Queries, { partner, context, envelope }: Received, { id, parties }: ChannelData) {
  return async (body: ChannelActionBody, at = envelope.time) => {
    const party = 'party' in body ? body.party : partner.party;
    const action = { id: context.newId(), at: new Date(at).toISOString(), by: `node:${partner.id}`, party, body };
    await keep(queries, 'channel', { id, parties }, action);
  };
}

async function keepDesk(
  queries: Queries,
  { partner, context, envelope }: Received,
  { id, name, zone }: ToldDesk,
): Promise<void> {
  const [known] = await keptRecords(queries, 'duty-post', [id]);
  // A desk belongs to one side for ever.
  if (known !== undefined && known.state.party !== partner.party) throw refuse('posts[].id');
  if (known?.state.ended || (known?.state.name === name && known.state.zone === zone)) return;
  const post = { party: partner.party, unit: null, name, phone: '', mail: '', zone };
  const about = { id: context.newId(), at: envelope.time, by: `node:${partner.id}`, party: partner.party };
  const body = { type: known === undefined ? 'open' : 'describe', post } as const;
  await keep(queries, 'duty-post', { id, parties: [partner.party] }, { ...about, body });
}

/** Our commitments that a partner's references stand for. */
async function placedAt(queries: Queries, partner: string, keys: readonly string[]): Promise<string[]> {
  const rows = await queries
    .selectFrom('partner_reference')
    .select('commitment_id')
    .where('partner_id', '=', partner)
    .where('key', 'in', ['', ...keys])
    .execute();
  return [...new Set(rows.flatMap(({ commitment_id }) => commitment_id ?? []))];
}

import { z } from 'zod';
import { Problem } from '../kernel/index.ts';
import { assertContent, assertNotice } from './check.ts';
import { CLOCKS, NOTICE_MODES, type NoticeAction, type NoticeState } from './model.ts';
import { type NoticeType, noticeType, personalTrace } from './types/index.ts';

const id = z.string().min(1).max(200);
const party = z.string().regex(/^[A-Z]{2}$/);
const text = z.string().max(5_000);
const name = z.string().max(300);
const at = z.iso.datetime();
const limit = z.strictObject({ minutes: z.number().positive(), source: z.string().max(500) });
const place = z.strictObject({ latitude: z.number(), longitude: z.number() });
const said = z.strictObject({ headline: z.string().trim().min(1).max(300), instruction: text });
const content = {
  texts: z.strictObject({ vi: said.optional(), en: said.optional(), zh: said.optional() }),
  fields: z.record(z.string(), z.json()),
  area: z
    .strictObject({
      name,
      rings: z.array(z.array(place).max(2_000)).max(50),
      circles: z.array(z.strictObject({ centre: place, radius: z.number().nonnegative() })).max(50),
    })
    .nullable(),
  expires: at.nullable(),
};
const notice = z.strictObject({
  ...content,
  ...{ type: id, mode: z.enum(NOTICE_MODES), channel: id.nullable() },
  from: z.strictObject({ party, post: id.nullable(), postName: name }),
  to: z.array(party).min(1).max(10),
  references: z.array(id).max(100),
  limits: z.partialRecord(z.enum(CLOCKS), limit),
});
const body = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('issue'), notice }),
  z.strictObject({ type: z.literal('receive') }),
  z.strictObject({ type: z.literal('acknowledge'), of: id, post: id, postName: name }),
  z.strictObject({ type: z.literal('take'), post: id, postName: name, text }),
  z.strictObject({ type: z.literal('accept'), of: id, text }),
  z.strictObject({ type: z.literal('refuse'), of: id, text }),
  z.strictObject({ type: z.literal('update'), content: z.strictObject(content) }),
  z.strictObject({ type: z.literal('cancel'), text }),
  z.strictObject({ type: z.literal('follow-up'), text, final: z.boolean() }),
  z.strictObject({ type: z.literal('close'), text }),
  z.strictObject({
    ...{ type: z.literal('escalate'), clock: z.enum(CLOCKS), of: id, late: party },
    ...{ step: z.int().nonnegative().max(100), told: z.array(z.strictObject({ post: id, name })).max(50) },
  }),
]);
const message = z.strictObject({ id, action: z.strictObject({ id, at, party, body }) });

/** What travels of a notice: one action. The hand that did it stays at home. */
export interface NoticeMessage {
  readonly id: string;
  readonly action: Omit<NoticeAction, 'by'>;
}

/** Reads what another node says of a notice. @throws Problem `notice-invalid` naming the field */
export function readNoticeMessage(value: unknown): NoticeMessage {
  const { success, data, error } = message.safeParse(value);
  if (success) return data as NoticeMessage;
  const issue = error.issues[0];
  throw new Problem('notice-invalid', { field: issue?.path.join('.') || 'notice', rule: 'type' });
}

/** Verbs by who may say them: whoever sent the notice, whoever it is addressed to; others belong to both. */
const OF_SENDER: readonly string[] = ['issue', 'update', 'cancel', 'close'];
const OF_ADDRESSED: readonly string[] = ['receive', 'acknowledge', 'take', 'accept', 'refuse'];

/**
 * Holds an action against the notice it is of, wherever it comes from.
 * @param state null where the action is to begin the notice
 * @throws Problem `notice-invalid`, `notice-personal`
 */
export function assertFits(
  state: NoticeState | null,
  { party: side, body: said }: Omit<NoticeAction, 'by'>,
): NoticeType {
  const about = said.type === 'issue' ? said.notice : state?.notice;
  const type = about === undefined ? undefined : noticeType(about.type);
  if (about === undefined || type === undefined)
    throw new Problem('notice-invalid', { field: 'type', rule: 'unknown' });
  const sender = about.from.party === side;
  const stranger = !sender && !about.to.includes(side);
  if (stranger || (sender ? OF_ADDRESSED : OF_SENDER).includes(said.type)) {
    throw new Problem('notice-invalid', { field: said.type, rule: 'sender' });
  }
  if (said.type === 'issue') return assertNotice(said.notice);
  if (said.type === 'update') assertContent(type, said.content);
  else {
    // Words alone: an id may end in twelve digits by chance.
    const trace = 'text' in said ? personalTrace(said.text) : null;
    if (trace !== null) throw new Problem('notice-personal', { found: `${trace.slice(0, 3)}…` });
  }
  return type;
}

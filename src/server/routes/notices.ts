import type { FastifyInstance } from 'fastify';
import { NOTICE_TYPES, type NoticeContent } from '../../notices/index.ts';
import {
  actOnChannel,
  actOnNotice,
  actOnPost,
  actOnRoster,
  channelsOf,
  dutyOf,
  gateCalendar,
  issueNotice,
  listNotices,
  type NoticeDeedBody,
  noteOnNotice,
  openChannel,
  openPost,
  readNotice,
} from '../../operations/index.ts';
import { seatOf } from '../acting.ts';
import { route } from '../route.ts';

export function noticeRoutes(app: FastifyInstance): void {
  route(app, 'listNoticeTypes', () => ({ types: NOTICE_TYPES as never }));
  route(app, 'listNotices', ({ query: { standing, ...filter }, context, acting }) =>
    listNotices(context, { ...filter, ...(standing && { open: standing === 'open' }) }, seatOf(acting)),
  );
  // What the fields hold is checked against the schema of the type, by the operation.
  route(app, 'issueNotice', ({ body, context, acting }) =>
    issueNotice(context, { ...body, ...(body as NoticeContent) }, seatOf(acting)),
  );
  route(app, 'getNotice', ({ params, context, acting }) => readNotice(context, params.id, seatOf(acting)));
  route(app, 'actOnNotice', ({ params, body, context, acting }) =>
    actOnNotice(context, { ...params, ...body, body: body.body as NoticeDeedBody }, seatOf(acting)),
  );
  route(app, 'noteOnNotice', ({ params, body, context, acting }) =>
    noteOnNotice(context, { ...params, ...body }, seatOf(acting)),
  );
  route(app, 'getGates', ({ context }) => gateCalendar(context));
  route(app, 'listChannels', ({ query, context, acting }) =>
    channelsOf(context, seatOf(acting), query.commitment ?? null, query.asOf),
  );
  route(app, 'openChannel', ({ body, context, acting }) => openChannel(context, body, seatOf(acting)));
  route(app, 'actOnChannel', ({ params, body, context, acting }) =>
    actOnChannel(context, { ...params, ...body }, seatOf(acting)),
  );
  route(app, 'listDuty', ({ query, context, acting }) => dutyOf(context, seatOf(acting), query.asOf));
  route(app, 'openPost', ({ body, context, acting }) => openPost(context, body, seatOf(acting)));
  route(app, 'actOnPost', ({ params, body, context, acting }) =>
    actOnPost(context, { ...params, ...body }, seatOf(acting)),
  );
  route(app, 'actOnRoster', ({ params, body, context, acting }) =>
    actOnRoster(context, { ...params, ...body }, seatOf(acting)),
  );
}

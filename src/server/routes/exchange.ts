import type { FastifyInstance } from 'fastify';
import { Problem } from '../../kernel/index.ts';
import {
  addOwnKey,
  addPartner,
  addPartnerKey,
  agreeToThing,
  changePartner,
  editThing,
  endOwnKey,
  exchangeView,
  exportExchangeLog,
  listJointThings,
  listKeptBack,
  listPartnerPublications,
  makeBundle,
  partnerDetail,
  readPartnerText,
  releaseMessage,
  resendMessage,
  revokePartnerKey,
  setNode,
  takeBundle,
  takeUpAgain,
  trustPartnerKey,
  withholdMessage,
} from '../../operations/index.ts';
import { seatOf } from '../acting.ts';
import { COURIER_LIMIT } from '../contract/index.ts';
import { presentExchange, presentPapers, presentPartner } from '../present/exchange.ts';
import { REFUSALS, route } from '../route.ts';

export function exchangeRoutes(app: FastifyInstance): void {
  route(app, 'getExchange', async ({ context }) => presentExchange(await exchangeView(context)));
  route(app, 'setNode', async ({ context, body, by }) => {
    await setNode(context, body, by);
    return {};
  });
  route(app, 'actOnOwnKey', async ({ context, body, by }) => {
    if (body.type === 'add') await addOwnKey(context, by);
    else await endOwnKey(context, body);
    return {};
  });
  route(app, 'listPartnerPublications', async ({ context }) => ({ rows: await listPartnerPublications(context) }));
  route(app, 'readPartnerText', ({ context, params }) => readPartnerText(context, params));
  route(app, 'listKeptBack', async ({ context, query }) => ({
    rows: await listKeptBack(context, query.subject ?? null),
  }));
  partnerRoutes(app);
  paperRoutes(app);
  fileRoutes(app);
}

function partnerRoutes(app: FastifyInstance): void {
  route(app, 'addPartner', async ({ context, body, by, acting }) => {
    const { party } = seatOf(acting);
    if (party !== null && party !== body.own) throw new Problem('seat-may-not', { deed: 'keep-partners' });
    await addPartner(context, body, by);
    return {};
  });
  route(app, 'getPartner', async ({ context, params, acting }) =>
    presentPartner(await partnerDetail(context, params.id), seatOf(acting)),
  );
  route(app, 'actOnPartner', async ({ context, params: { id }, body, by }) => {
    // The wall of the seat says whether the partner is its side's.
    await partnerDetail(context, id);
    if (body.type === 'add-key') await addPartnerKey(context, id, body.key, by);
    else if (body.type === 'trust') await trustPartnerKey(context, { partner: id, ...body }, by);
    else if (body.type === 'revoke') await revokePartnerKey(context, { partner: id, key: body.key }, by);
    else {
      const { type: _, ...changes } = body;
      const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
      await changePartner(context, id, given, by);
    }
    return {};
  });
  route(app, 'actOnMessage', async ({ context, params: { id }, body, acting }) => {
    const seat = seatOf(acting);
    if (body.type === 'take-up') {
      await partnerDetail(context, body.partner);
      await takeUpAgain(context, body.partner, id);
    } else if (body.type === 'release') await releaseMessage(context, id, seat);
    else if (body.type === 'withhold') await withholdMessage(context, id, seat);
    else await resendMessage(context, id, seat);
    return {};
  });
}

function paperRoutes(app: FastifyInstance): void {
  route(app, 'listPapersHeld', async ({ context }) => presentPapers(await listJointThings(context)));
  route(app, 'editPaperHeld', async ({ context, body, acting }) => {
    const content = JSON.parse(JSON.stringify(body.content)) as Record<string, unknown>;
    return { id: await editThing(context, { ...body, content }, seatOf(acting)) };
  });
  route(app, 'agreePaperHeld', async ({ context, params, body, acting }) => {
    await agreeToThing(context, { thing: params.id, edit: body.edit }, seatOf(acting));
    return {};
  });
}

/** Files that go by courier, and the log for a third person. */
function fileRoutes(app: FastifyInstance): void {
  const named = (what: string, partner: string) => `attachment; filename="${what}-${partner.split(':').at(-1)}`;
  app.post<{ Params: { id: string } }>(
    '/api/exchange/partners/:id/file',
    {
      config: { need: 'exchange' },
      schema: {
        operationId: 'makeExchangeFile',
        description: 'What waits for a partner, as one signed file (zip).',
        response: REFUSALS,
      },
    },
    async (request, reply) => {
      const { context, by } = request.acting;
      await partnerDetail(context, request.params.id);
      const bytes = await makeBundle(context, request.params.id, by);
      const name = `${named('exchange', request.params.id)}-${context.clock.now().slice(0, 10)}.zip"`;
      return reply.type('application/zip').header('content-disposition', name).send(Buffer.from(bytes));
    },
  );
  app.get<{ Params: { id: string } }>(
    '/api/exchange/partners/:id/log',
    {
      config: { need: 'see-exchange' },
      schema: {
        operationId: 'exportExchangeLog',
        description: 'The log of a partner for anyone to check (JSON, a line each).',
        response: REFUSALS,
      },
    },
    async (request, reply) => {
      const lines = await Array.fromAsync(exportExchangeLog(request.acting.context, request.params.id));
      const name = `${named('exchange-log', request.params.id)}.jsonl"`;
      return reply.type('application/x-ndjson').header('content-disposition', name).send(lines.join(''));
    },
  );
  app.register(async (files) => {
    files.removeAllContentTypeParsers();
    files.addContentTypeParser('application/zip', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
    files.post(
      '/api/exchange/file',
      {
        bodyLimit: COURIER_LIMIT,
        config: { need: 'exchange' },
        schema: {
          operationId: 'takeExchangeFile',
          description: 'Takes in a file that came by courier (zip).',
          response: REFUSALS,
        },
      },
      async (request) => {
        const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        return takeBundle(request.acting.context, bytes);
      },
    );
  });
}

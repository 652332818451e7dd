import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  assertKnownSender,
  type Context,
  receiveAttachment,
  receiveMessage,
  receiveState,
  type WireRequest,
} from '../../operations/index.ts';

/** Bytes of a message or statement, and of a file that belongs to one, at most. */
const MESSAGE_BYTES = 1 << 20;
const FILE_BYTES = 16 << 20;
/** Requests that one address may make in a minute. */
const TURNS = { max: 1_200, timeWindow: 60_000 };

/**
 * Where other nodes send to. No account, cookie or token counts here: who asks is known by the signature of the request alone
 * (RFC 9421), and nothing is answered to anybody else but why not.
 */
export async function exchangeWire(app: FastifyInstance, context: Context): Promise<void> {
  await app.register(async (wire) => {
    wire.addHook('onRequest', (request) => assertKnownSender(context, plainHeaders(request)));
    wire.removeAllContentTypeParsers();
    const types = ['application/cloudevents+json', 'application/json', 'application/octet-stream'];
    wire.addContentTypeParser(types, { parseAs: 'buffer' }, (_, body, done) => done(null, body));
    const options = (bodyLimit: number) => ({
      ...{ bodyLimit, config: { rateLimit: TURNS }, schema: { hide: true } },
    });
    wire.post('/exchange/v1/messages', options(MESSAGE_BYTES), async (request, reply) => {
      const receipt = await receiveMessage(context, wireRequest(request));
      return reply.status(202).type('application/json').serializer(String).send(receipt);
    });
    wire.post('/exchange/v1/state', options(MESSAGE_BYTES), async (request, reply) => {
      const state = await receiveState(context, wireRequest(request));
      return reply.type('application/json').serializer(String).send(state);
    });
    wire.post('/exchange/v1/attachments', options(FILE_BYTES), async (request, reply) => {
      await receiveAttachment(context, wireRequest(request));
      return reply.status(202).send();
    });
  });
}

function plainHeaders({ headers }: Pick<FastifyRequest, 'headers'>): WireRequest['headers'] {
  const plain = Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]);
  return Object.fromEntries(plain);
}

function wireRequest(request: FastifyRequest): WireRequest {
  const { method, raw, body } = request;
  const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  return { method, path: raw.url ?? '', headers: plainHeaders(request), body: bytes };
}

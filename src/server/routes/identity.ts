import type { FastifyInstance } from 'fastify';
import { decideIdentity, type IdentityDecision, mergeText, readIdentity, splitText } from '../../operations/index.ts';
import type { Seat } from '../app.ts';
import { route } from '../route.ts';

export function identityRoutes(app: FastifyInstance, { database, by }: Seat): void {
  route(app, 'readIdentity', ({ params }) => readIdentity(database, params.id));
  route(app, 'decideIdentity', ({ params, body }) => {
    const { version, ...decision } = body;
    const change = { expressionId: params.id, version, by };
    if (decision.type === 'split') return splitText(database, change, decision);
    if (decision.type === 'merge') return mergeText(database, change);
    return decideIdentity(database, change, decision as IdentityDecision);
  });
}

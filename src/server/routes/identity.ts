import type { FastifyInstance } from 'fastify';
import { decideIdentity, type IdentityDecision, mergeText, readIdentity, splitText } from '../../operations/index.ts';
import { route } from '../route.ts';

export function identityRoutes(app: FastifyInstance): void {
  route(app, 'readIdentity', ({ params, context }) => readIdentity(context, params.id));
  route(app, 'decideIdentity', ({ params, body, context, by }) => {
    const { version, ...decision } = body;
    const change = { expressionId: params.id, version, by };
    if (decision.type === 'split') return splitText(context, change, decision);
    if (decision.type === 'merge') return mergeText(context, change);
    return decideIdentity(context, change, decision as IdentityDecision);
  });
}

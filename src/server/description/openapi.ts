import Fastify, { type FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { COMPILERS } from '../compilers.ts';
import { registerRoutes } from '../routes/index.ts';
import { clientSource } from './client-source.ts';
import { addExamples } from './examples.ts';
import type { Operation, Paths } from './schema.ts';

/**
 * The routes described as OpenAPI 3.1, at `/api/openapi.json`, and a typed client made of that at `/api/client.ts`; both are made when first
 * asked for.
 */
export function describeApi(app: FastifyInstance, version: string): void {
  let description: Promise<object> | undefined;
  const described = () => {
    // One that failed is made anew with the next call.
    description ??= describeRoutes(version).catch((error: unknown) => {
      description = undefined;
      throw error;
    });
    return description;
  };
  app.get('/api/openapi.json', described);
  app.get('/api/client.ts', async (_, reply) => {
    const source = clientSource((await described()) as Parameters<typeof clientSource>[0]);
    return reply.type('text/plain; charset=utf-8').send(source);
  });
}

/** Registers the routes once more, in a server that never listens, where the generator follows them. */
export async function describeRoutes(version: string): Promise<object> {
  const { default: swagger } = await import('@fastify/swagger');
  const app = Fastify({ schemaController: COMPILERS });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Servanda',
        version,
        description: 'Commitments of joint statements: their words, their fields, and what people decided about them.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: (document) => {
      if (!('openapiObject' in document)) return document.swaggerObject;
      const paths = (document.openapiObject.paths ?? {}) as unknown as Paths;
      describeFiles(paths);
      describePreconditions(paths);
      addExamples(paths);
      return document.openapiObject;
    },
  });
  await registerRoutes(app, version);
  await app.ready();
  return app.swagger();
}

/** Changes that name the version they saw say so as a tag, too. */
function describePreconditions(paths: Paths): void {
  for (const operation of Object.values(paths).flatMap((methods) => Object.values(methods))) {
    const schema = operation.requestBody?.content?.['application/json']?.schema;
    const versioned = [schema, ...(schema?.anyOf ?? schema?.oneOf ?? [])].some((one) => one?.properties?.version);
    if (!versioned) continue;
    const named = {
      ...{ name: 'If-Match', in: 'header', schema: { type: 'string' } },
      description: 'The ETag of what was read; stands for `version` in the body.',
    };
    operation.parameters = [...(operation.parameters ?? []), named];
    const refused = operation.responses['4xx'] ?? operation.responses['4XX'];
    if (refused === undefined) continue;
    operation.responses['412'] = {
      ...structuredClone(refused),
      description: 'precondition-failed: somebody was faster',
    };
    operation.responses['428'] = {
      ...structuredClone(refused),
      description: 'precondition-required: neither If-Match nor version',
    };
  }
}

/** What goes in and out as files has no zod schema of ours. */
function describeFiles(paths: Paths): void {
  const upload = paths['/api/imports']?.post;
  if (upload !== undefined) {
    const files = { type: 'array', items: { type: 'string', contentMediaType: 'application/octet-stream' } };
    const schema = { type: 'object', properties: { files }, required: ['files'] };
    upload.requestBody = { required: true, content: { 'multipart/form-data': { schema } } };
  }
  answersFile(paths['/api/commitments.csv']?.get, 'text/csv');
  answersFile(paths['/api/entities.csv']?.get, 'text/csv');
  answersFile(paths['/api/expressions/{id}/file']?.get, 'application/octet-stream');
}

function answersFile(operation: Operation | undefined, type: string): void {
  if (operation === undefined) return;
  operation.responses['200'] = { description: 'The file', content: { [type]: { schema: { type: 'string' } } } };
}

import Fastify, { type FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { COMPILERS } from './compilers.ts';
import { registerRoutes } from './routes/index.ts';

type Operation = Record<string, unknown> & { responses: Record<string, unknown> };
type Paths = Record<string, Record<string, Operation>>;

/** The routes described as OpenAPI 3.1, at `/api/openapi.json`; made when first asked for. */
export function describeApi(app: FastifyInstance, version: string): void {
  let description: Promise<object> | undefined;
  app.get('/api/openapi.json', () => {
    // One that failed is made anew with the next call.
    description ??= describe(version).catch((error: unknown) => {
      description = undefined;
      throw error;
    });
    return description;
  });
}

/** Registers the routes once more, in a server that never listens, where the generator follows them. */
async function describe(version: string): Promise<object> {
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
      describeFiles((document.openapiObject.paths ?? {}) as Paths);
      return document.openapiObject;
    },
  });
  await registerRoutes(app, version);
  await app.ready();
  return app.swagger();
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

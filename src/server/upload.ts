import { basename } from 'node:path';
import multipart, { type MultipartFile } from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { FILE_LIMIT_MB, MEGABYTE, Problem, UPLOAD_LIMIT_FILES, UPLOAD_LIMIT_MB } from '../kernel/index.ts';

/** A file as it was received, or why it was not. */
export interface Received {
  readonly name: string;
  /** Media type as the sender says; empty where it says none. */
  readonly type: string;
  readonly size: number;
  readonly content: Uint8Array | Problem;
}

export async function acceptUploads(app: FastifyInstance): Promise<void> {
  await app.register(multipart, {
    throwFileSizeLimit: false,
    limits: { fileSize: FILE_LIMIT_MB * MEGABYTE, files: UPLOAD_LIMIT_FILES, fields: 10, fieldSize: 1000 },
  });
}

/**
 * Takes the files of a multipart request. One above the limit is dropped as it arrives (no more of it than the limit is
 * ever held) and comes back as its problem; a request above the limit of all files is refused before it is read.
 */
export async function receiveFiles(request: FastifyRequest): Promise<Received[]> {
  const announced = Number(request.headers['content-length'] ?? 0);
  const tooLarge = new Problem('request-too-large', { limit: UPLOAD_LIMIT_MB });
  if (announced > UPLOAD_LIMIT_MB * MEGABYTE) {
    // Browsers read the answer only when they have sent everything: let it run past us.
    request.raw.resume();
    throw tooLarge;
  }
  if (!request.isMultipart()) throw new Problem('input-invalid', { field: 'files', reason: 'multipart/form-data' });
  const received: Received[] = [];
  let held = 0;
  for await (const part of request.files()) {
    const file = await receive(part);
    if (!(file.content instanceof Problem)) held += file.content.length;
    if (held > UPLOAD_LIMIT_MB * MEGABYTE) throw tooLarge;
    received.push(file);
  }
  if (received.length === 0) throw new Problem('input-invalid', { field: 'files', reason: 'no file' });
  return received;
}

async function receive(part: MultipartFile): Promise<Received> {
  const name = basename(part.filename.replaceAll('\\', '/')) || 'unnamed';
  let chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of part.file as AsyncIterable<Buffer>) {
    size += chunk.length;
    chunks.push(chunk);
  }
  const type = part.mimetype;
  if (!part.file.truncated) return { name, type, size, content: Buffer.concat(chunks) };
  chunks = [];
  const details = { name, size: `>${FILE_LIMIT_MB}`, limit: FILE_LIMIT_MB };
  return { name, type, size, content: new Problem('file-too-large', details) };
}

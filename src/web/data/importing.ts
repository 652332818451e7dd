import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { Problem } from '../../kernel/index.ts';
import { call, csrfHeader, readProblem, ServerGone } from '../client.ts';
import type { ImportFile, ImportJob } from './queries.ts';

const ASK_MS = 350;

/** One drop of files: what was sent, how much of it has arrived, and what became of each. */
export interface Batch {
  readonly key: number;
  /** 0..1 of the bytes on their way to the server. */
  readonly sent: number;
  readonly files: readonly Pick<ImportFile, 'name' | 'bytes'>[];
  readonly job: ImportJob | null;
  readonly error: unknown;
}

/** `fetch` cannot tell how far an upload is; the older request can. */
function upload(files: readonly File[], progress: (share: number) => void): Promise<ImportJob> {
  return new Promise((resolve, reject) => {
    const form = new FormData();
    for (const file of files) form.append('files', file, file.name);
    const request = new XMLHttpRequest();
    request.open('POST', '/api/imports');
    for (const [name, value] of Object.entries(csrfHeader())) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total);
    request.onload = () => {
      const response = new Response(request.responseText, { status: request.status });
      if (response.ok) response.json().then(resolve, reject);
      else readProblem(response).then(reject, reject);
    };
    request.onerror = () => reject(new ServerGone());
    request.send(form);
  });
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function follow(first: ImportJob, show: (job: ImportJob) => void): Promise<void> {
  for (let job = first; ; ) {
    show(job);
    if (job.done) return;
    await pause(ASK_MS);
    job = await call('getImport', { params: { id: job.id } }).catch((error: unknown) => {
      if (error instanceof Problem) throw error;
      return job;
    });
  }
}

let next = 1;

/** Sends files to be imported and follows each to its outcome. */
export function useImporting() {
  const queries = useQueryClient();
  const [batches, setBatches] = useState<readonly Batch[]>([]);
  const send = useCallback(
    async (files: readonly File[]) => {
      if (files.length === 0) return;
      const key = next++;
      const change = (part: Partial<Batch>) =>
        setBatches((now) => now.map((batch) => (batch.key === key ? { ...batch, ...part } : batch)));
      const named = files.map((file) => ({ name: file.name, bytes: file.size }));
      setBatches((now) => [{ key, sent: 0, files: named, job: null, error: null }, ...now]);
      try {
        const job = await upload(files, (sent) => change({ sent }));
        await follow(job, (now) => change({ sent: 1, job: now }));
      } catch (error) {
        change({ error });
      }
      void queries.invalidateQueries();
    },
    [queries],
  );
  const dismiss = useCallback((key: number) => setBatches((now) => now.filter((batch) => batch.key !== key)), []);
  return { batches, send, dismiss };
}

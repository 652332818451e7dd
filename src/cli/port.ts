import { createServer } from 'node:net';
import { Problem } from '../kernel/index.ts';

/**
 * Refuses a port that another program holds, before the work of starting is done. Port 0 takes any that is free.
 */
export function assertPortFree(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => reject(portProblem(error, port)));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve()));
  });
}

/** What the operating system's word about a port means. */
export function portProblem(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') return new Problem('port-taken', { port: String(port) }, error);
  if (error.code === 'EACCES') {
    return new Problem('input-invalid', { field: 'port', reason: `${port} is reserved; choose one above 1023` }, error);
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new Problem('input-invalid', { field: 'host', reason: 'this machine has no such address' }, error);
  }
  return error;
}

/** A port number from an option or the environment. */
export function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Problem('input-invalid', { field: 'port', reason: `“${text}” is no number from 0 to 65535` });
}

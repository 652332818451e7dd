import { Problem } from '../kernel/index.ts';

interface DatabaseError {
  readonly code?: string;
  readonly message?: string;
  readonly constraint?: string;
  readonly table?: string;
  readonly column?: string;
  readonly errno?: number;
}

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ETIMEDOUT',
  'EPIPE',
  'ENOENT',
]);
const FULL = /no space left on device|could not extend file/i;
/** PGlite's file system while it makes a new folder: numbers of WASI, ENOSPC and EFBIG. */
const FULL_NUMBERS = new Set([51, 22]);
const GONE = /timeout exceeded when trying to connect|connection terminated|PGlite is closed/i;

/**
 * What the database refused, as the Problem its caller can act on. The only place that knows the database's codes.
 * `path` is where the data lies, for a full disk.
 */
export function asProblem(error: unknown, path: string): Problem {
  if (error instanceof Problem) return error;
  const {
    code = '',
    message = '',
    constraint = '',
    table = '',
    column = '',
    errno = 0,
  } = (error ?? {}) as DatabaseError;
  if (code === '53100' || code === 'ENOSPC' || FULL.test(message) || FULL_NUMBERS.has(errno))
    return new Problem('disk-full', { path }, error);
  if (isUnreachable(code, message)) return new Problem('database-unreachable', { reason: message || code }, error);
  if (code === '23505' && /_in_order$|_once$/.test(constraint)) {
    return new Problem('changed-meanwhile', { noun: table, id: constraint }, error);
  }
  if (code === '40001' || code === '40P01') return new Problem('changed-meanwhile', { noun: table, id: code }, error);
  if (code === '23503') return new Problem('not-found', { noun: table, id: constraint }, error);
  if (code === '42501') return new Problem('seat-may-not', { deed: 'write' }, error);
  if (code.startsWith('23')) return new Problem('input-invalid', { field: column || table, reason: constraint }, error);
  if (code.startsWith('22')) return new Problem('input-invalid', { field: column || table, reason: message }, error);
  return new Problem('unexpected', { id: code || 'database' }, error);
}

/** Connection exceptions (08), operator intervention (57P), too many connections, wrong password or database. */
function isUnreachable(code: string, message: string): boolean {
  return UNREACHABLE.has(code) || /^(08|57P|28|3D)/.test(code) || code === '53300' || GONE.test(message);
}

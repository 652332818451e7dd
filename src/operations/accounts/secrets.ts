import {
  argon2,
  createCipheriv,
  createDecipheriv,
  createHash,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { promisify } from 'node:util';
import { type Queries, settingOr } from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';

/** OWASP's first choice for Argon2id: 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const TAG = 32;
const derive = promisify(argon2);

/** Fewest characters of a password (ASVS 2.1.1). */
export const LEAST = 12;
const MOST = 200;

/**
 * The password in PHC form, `$argon2id$v=19$…`.
 * @throws Problem `password-weak` where it is short, repeats one or two signs, or holds the person's own name or mail
 */
export async function hashPassword(password: string, own: readonly string[]): Promise<string> {
  const plain = password.normalize('NFC');
  const told = own.flatMap((words) => words.toLowerCase().split(/[\s@]+/)).filter((word) => word.length > 3);
  const guessed = told.some((word) => plain.toLowerCase().includes(word)) || new Set(plain).size < 5;
  if ([...plain].length < LEAST || plain.length > MOST || guessed) throw new Problem('password-weak', { least: LEAST });
  const salt = randomBytes(16);
  const { memory, passes, parallelism } = COST;
  const tag = await derive('argon2id', { message: plain, nonce: salt, tagLength: TAG, memory, passes, parallelism });
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(tag)}`;
}

/** Whether this is the password. Takes as long where there is none to compare with. */
export async function checkPassword(password: string, kept: string | null): Promise<boolean> {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(kept ?? NONE);
  if (parts === null) return false;
  const [, memory, passes, parallelism, salt = '', tag = ''] = parts;
  const expected = Buffer.from(tag, 'base64');
  const found = await derive('argon2id', {
    ...{ message: password.slice(0, MOST * 2).normalize('NFC'), nonce: Buffer.from(salt, 'base64') },
    ...{ tagLength: expected.length, memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
  });
  return timingSafeEqual(found, expected) && kept !== null;
}

/** What is compared with where an account has no password: no password gives it. */
const NONE = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${base64(Buffer.alloc(16))}$${base64(Buffer.alloc(TAG))}`;

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/=+$/, '');
}

/** A secret to hand out: 32 random bytes. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a secret that was handed out. */
export function digest(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/**
 * Seals small secrets for the database with a key that is `SERVANDA_KEY` where it is set, so that neither the database nor a
 * backup alone opens them; else a random one kept among the settings. `about` binds a sealed secret to what it is of.
 */
export async function vault(queries: Queries) {
  const words = process.env.SERVANDA_KEY || (await settingOr(queries, 'key', newToken));
  const key = Buffer.from(hkdfSync('sha256', words, 'servanda', 'seal', 32));
  return {
    seal(secret: Uint8Array, about: string): string {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about));
      return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]).toString('base64url');
    },
    /** Null where it was sealed with another key, or is of something else. */
    open(sealed: string, about: string): Uint8Array | null {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length < 29) return null;
      const plain = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(about));
      plain.setAuthTag(bytes.subarray(-16));
      try {
        return Buffer.concat([plain.update(bytes.subarray(12, -16)), plain.final()]);
      } catch {
        return null;
      }
    },
  };
}

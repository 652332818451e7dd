import { createHmac, randomBytes } from 'node:crypto';

/** RFC 6238 with what every authenticator app takes: SHA-1, six digits, thirty seconds. */
const STEP_SECONDS = 30;
const DIGITS = 6;
/** Steps a clock may be off, each way. */
const SKEW = 1;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export function newSecret(): Uint8Array {
  return randomBytes(20);
}

/** The code of a time step. */
export function codeAt(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0xf;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** DIGITS).padStart(DIGITS, '0');
}

/** The time step a code is of, now or one step off; null where it is of none. */
export function stepOf(secret: Uint8Array, code: string, now: string): number | null {
  const present = Math.floor(Date.parse(now) / 1000 / STEP_SECONDS);
  for (let step = present - SKEW; step <= present + SKEW; step++) if (codeAt(secret, step) === code) return step;
  return null;
}

/** The secret as apps take it typed. */
export function base32(bytes: Uint8Array): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => BASE32[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}

/** The address a QR code carries. */
export function otpauth(secret: Uint8Array, mail: string): string {
  return `otpauth://totp/Servanda:${encodeURIComponent(mail)}?secret=${base32(secret)}&issuer=Servanda`;
}

/** Ten codes to write down, each good once. */
export function recoveryCodes(): string[] {
  return Array.from({ length: 10 }, () => {
    const code = base32(randomBytes(10)).slice(0, 12).toLowerCase();
    return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
  });
}

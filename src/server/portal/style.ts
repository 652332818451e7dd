import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The colours and sizes of the pages, so that both look alike. */
const TOKENS = join(import.meta.dirname, '../../web/styles/tokens.css');

let made: { readonly css: string; readonly hash: string } | undefined;

/** The one style sheet of the portal, and a hash of it for its address. */
export function portalStyle(): { readonly css: string; readonly hash: string } {
  if (made === undefined) {
    const css = [TOKENS, join(import.meta.dirname, 'portal.css')].map((path) => readFileSync(path, 'utf8')).join('\n');
    made = { css, hash: createHash('sha256').update(css).digest('hex').slice(0, 12) };
  }
  return made;
}

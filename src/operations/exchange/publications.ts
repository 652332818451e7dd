import { type PartnerShareRecord, partnerPublications, partnerShares, partners } from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import type { PublicView } from '../../register/index.ts';
import type { Context } from '../context.ts';

const SHOWN = 300;

/** Something a partner made public, as it stands in the library. */
export interface PartnerPublication {
  readonly partner: string;
  readonly partnerName: string;
  readonly party: string;
  readonly id: string;
  readonly kind: PublicView['kind'];
  /** The title of a work or task, of the work a text is of, or the words of a commitment. */
  readonly title: string;
  readonly date: string | null;
  readonly language: string | null;
  readonly at: string;
}

/** What partners made public, the latest first. */
export async function listPartnerPublications({ database }: Context): Promise<PartnerPublication[]> {
  const names = new Map((await partners(database.queries)).map(({ id, name }) => [id, name]));
  return (await partnerPublications(database.queries, SHOWN)).map((share) => {
    const { partner_id: partner, party, id, at } = share;
    return {
      partner,
      partnerName: names.get(partner) ?? partner,
      party,
      id,
      at: new Date(at).toISOString(),
      ...shown(share),
    };
  });
}

function shown({
  view,
}: Pick<PartnerShareRecord, 'view'>): Pick<PartnerPublication, 'kind' | 'title' | 'date' | 'language'> {
  const seen = view as unknown as PublicView;
  switch (seen.kind) {
    case 'work':
      return { kind: seen.kind, title: seen.title, date: seen.date ?? null, language: null };
    case 'text':
    case 'commitment': {
      const { title = '', date = null } = seen.work ?? {};
      return { kind: seen.kind, title: seen.kind === 'text' ? title : seen.quote, date, language: seen.language };
    }
    default:
      return { kind: seen.kind, title: seen.title, date: null, language: null };
  }
}

/** The words of a text a partner made public. @throws Problem `not-found` */
export async function readPartnerText(
  { database }: Context,
  { partner, id }: Pick<PartnerPublication, 'partner' | 'id'>,
): Promise<{ readonly text: string; readonly language: string }> {
  const found = await partnerShares(database.queries, { partner, id, limit: 5 });
  const share = found.find(({ kind, ended }) => kind === 'publication' && !ended);
  const { kind, text, language } = (share?.view ?? {}) as { kind?: string; text?: unknown; language?: unknown };
  if (kind !== 'text' || typeof text !== 'string') throw new Problem('not-found', { noun: 'text', id });
  return { text, language: String(language) };
}

import { actorName, formatDate, formatList } from '../../../../i18n/index.ts';
import type { useSpeech } from '../../../app/locale.tsx';
import type { IdentityEntry } from './use-identity.ts';

export interface Signatory {
  readonly name: string;
  readonly office: string;
  readonly side: string;
}

/** Sure enough to be passed over; below it a field stands first and is called doubtful. */
const SURE = 0.75;

export function isDoubtful({ state, read }: IdentityEntry): boolean {
  return state === 'proposed' && (read?.confidence ?? 1) < SURE;
}

export function signatoriesOf(value: unknown): readonly Signatory[] {
  return Array.isArray(value) ? (value as readonly Signatory[]) : [];
}

/** A field as a sentence would say it; null where nothing is said. */
export function fieldText({ locale, t }: ReturnType<typeof useSpeech>, { field, value }: IdentityEntry): string | null {
  if (value === null || value === undefined || value === '') return null;
  switch (field) {
    case 'type':
      return t(`work-type.${String(value)}` as 'work-type.other');
    case 'date':
    case 'published':
      return formatDate(locale, String(value), 'long');
    case 'parties': {
      const names = (value as readonly string[]).map((party) => actorName(locale, party));
      return names.length > 0 ? formatList(locale, names) : null;
    }
    case 'signatories': {
      const names = signatoriesOf(value).map(({ name, office, side }) =>
        [name, office, side].filter(Boolean).join(', '),
      );
      return names.length > 0 ? names.join('; ') : null;
    }
    case 'rendering':
      return t(`identity.rendering.${String(value)}` as 'identity.rendering.original');
    default:
      return String(value);
  }
}

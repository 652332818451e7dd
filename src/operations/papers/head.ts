import { allUnits, type Queries } from '../../db/index.ts';
import { actorName, translate } from '../../i18n/index.ts';
import type { Locale } from '../../kernel/index.ts';
import { nameIn } from '../../register/index.ts';
import type { Layout, PaperHead } from '../../reports/index.ts';
import { PROFILES } from '../../vocabulary/index.ts';
import type { PaperRequest } from './results.ts';

type Signature = PaperHead['signatures'][number];

/** What a person said of head and foot, with the issuer's names. */
export async function headOf(queries: Queries, request: PaperRequest, layout: Layout): Promise<PaperHead> {
  const { kind, place, date, addressees, recipients, authority, signTitle, signer } = request;
  const units = new Map((await allUnits(queries)).map((unit) => [unit.id, unit]));
  const issuer = request.issuer === null ? undefined : units.get(request.issuer);
  const above = issuer?.parent == null ? undefined : units.get(issuer.parent);
  const language = layout.language ?? request.language;
  const unit = request.unit === null ? undefined : units.get(request.unit);
  const named = unit !== undefined && goesToItsUnit(request);
  const signature = { authority: orNull(authority), title: orNull(signTitle), name: orNull(signer) };
  return {
    ...{ kind, language, place, date, recipients, annexSize: request.annexSize, answerBy: request.answerBy },
    other: kind === 'minutes' ? request.other : null,
    issuer: {
      above: above === undefined ? null : nameIn(above.names, language),
      name: issuer === undefined ? '' : nameIn(issuer.names, language),
    },
    number: typeof request.number === 'number' ? request.number : null,
    notation: request.notation,
    addressees: named ? [nameIn(unit.names, language)] : addressees,
    signatures: kind === 'minutes' ? sidesOf(request, language, signature) : [signature],
  };
}

/** A letter that names nobody is addressed to the unit it is about. */
export function goesToItsUnit({ addressees, kind }: PaperRequest): boolean {
  return addressees.length === 0 && (kind === 'urging' || kind === 'dispatch');
}

/** Each side signs for itself, in its own column's language; the other side's signer is for it to say. */
function sidesOf({ party, relation, other }: PaperRequest, language: Locale, own: Signature): Signature[] {
  const parties = PROFILES.find(({ id }) => id === relation)?.parties.map(({ code }) => code) ?? [];
  const second = parties.find((code) => code !== party);
  const named = (code: string | undefined, locale: Locale) =>
    code === undefined ? null : translate(locale, 'paper.for-side', { party: actorName(locale, code) });
  return [
    { ...own, authority: own.authority ?? named(party, language) },
    { authority: named(second, other ?? language), title: null, name: null },
  ];
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

/** The row of numbers a paper belongs to: of its issuer and type, by the year of its day or the term of its committee. */
export function seriesOf({ kind, issuer, date, term, notation }: PaperRequest, layout: Layout, day: string): string {
  const { restart, perType } = layout.numbering;
  const row = restart === 'year' ? (date ?? day).slice(0, 4) : restart === 'term' ? term : 'all';
  const type = perType ? (layout.types[kind]?.code ?? notation.split(/[-/]/)[0] ?? '') : '';
  return [layout.family, issuer ?? '', type, row].join(' ');
}

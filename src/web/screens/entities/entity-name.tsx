import { Link } from '@tanstack/react-router';
import { ArrowLeftRight } from 'lucide-react';
import type { Locale } from '../../../kernel/index.ts';
import { nameIn } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { EntityRow } from '../../data/entities.ts';
import { useAsOf } from '../../parts/as-of.tsx';
import { useEntityText } from '../../parts/entity-text.ts';

function languageOf(names: EntityRow['fields']['names'], locale: Locale): string {
  return names[locale] ? locale : (Object.keys(names)[0] ?? locale);
}

/** Forms in the other languages, one each. */
function Others({ names }: { readonly names: EntityRow['fields']['names'] }) {
  const { locale } = useSpeech();
  const shown = languageOf(names, locale);
  const others = Object.entries(names).filter(([language, forms]) => language !== shown && (forms?.length ?? 0) > 0);
  return (
    <span className="entity-others">
      {others.map(([language, forms]) => (
        <span key={language} lang={language} dir={language === 'fa' ? 'rtl' : 'ltr'}>
          {forms?.[0]}
        </span>
      ))}
    </span>
  );
}

/** A gate by its pair: both names, each with whose side it is. */
function Sides({ row }: { readonly row: EntityRow }) {
  const { locale } = useSpeech();
  const say = useEntityText();
  const [first, second] = row.fields.sides ?? [];
  if (!first || !second) return <>{nameIn(row.fields.names, locale)}</>;
  const side = (one: typeof first) => (
    <span className="gate-side">
      <span lang={languageOf(one.names, locale)}>{nameIn(one.names, locale)}</span>
      {one.party !== null && <small>{say.partyName(one.party)}</small>}
    </span>
  );
  return (
    <span className="gate-pair">
      {side(first)}
      <ArrowLeftRight size={13} aria-hidden />
      {side(second)}
    </span>
  );
}

/** The name of an entry, linked to its page, with what it is called elsewhere. */
export function EntityName({ row }: { readonly row: EntityRow }) {
  const { locale } = useSpeech();
  const { names } = row.fields;
  const asOf = useAsOf();
  return (
    <>
      <Link to="/registers/$kind/$id" params={{ kind: row.kind, id: row.id }} search={{ asOf }} className="entity-link">
        {row.kind === 'gate' ? (
          <Sides row={row} />
        ) : (
          <span lang={languageOf(names, locale)}>{nameIn(names, locale)}</span>
        )}
      </Link>
      <Others names={names} />
    </>
  );
}

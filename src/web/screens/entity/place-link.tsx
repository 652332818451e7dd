import { Link } from '@tanstack/react-router';
import { formatDate } from '../../../i18n/index.ts';
import { direction } from '../../../kernel/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { EntityFact, EntityPlace } from '../../data/entities.ts';

type Place = Pick<EntityFact, 'workTitle' | 'workDate' | 'expressionId' | 'language' | 'span' | 'quote'>;

/** Characters of a quote that are shown; the link opens the rest. */
const SHOWN = 320;

function shortened(quote: string): string {
  return quote.length > SHOWN ? `${quote.slice(0, SHOWN).toWellFormed()} …` : quote;
}

/** Words of a text with their surroundings, linked to where they stand. */
export function PlaceLink({ place }: { readonly place: Place & Partial<Pick<EntityPlace, 'prefix' | 'suffix'>> }) {
  const { locale } = useSpeech();
  const { span, language } = place;
  return (
    <>
      <Link
        className="place-quote"
        to="/read/$expressionId"
        params={{ expressionId: place.expressionId }}
        search={{ place: `${span.start}-${span.end}` }}
        lang={language === 'und' ? undefined : language}
        dir={direction(language)}
      >
        {place.prefix !== undefined && place.prefix !== '' && <span className="soft">… {place.prefix}</span>}
        <mark>{shortened(place.quote)}</mark>
        {place.suffix !== undefined && place.suffix !== '' && <span className="soft">{place.suffix} …</span>}
      </Link>
      <span className="place-work small soft" dir="auto">
        {place.workTitle}
        {place.workDate && ` · ${formatDate(locale, place.workDate)}`}
      </span>
    </>
  );
}

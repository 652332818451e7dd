import { Button } from 'react-aria-components';
import { formatPercent, reasonText } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { Place } from './places-to-look.ts';

/** Lines drawn of a long list; the rest is counted. */
const SHOWN = 200;
const LONGEST = 220;

/** What a number of the meter counts, to go to each. */
export function CoverageList({
  places,
  at,
  label,
  onGo,
}: {
  readonly places: readonly Place[];
  readonly at: string | null;
  readonly label: string;
  readonly onGo: (place: Place) => void;
}) {
  const { locale, t } = useSpeech();
  if (places.length === 0) return null;
  return (
    <ol className="coverage-list" aria-label={label}>
      {places.slice(0, SHOWN).map((place) => (
        <li key={place.key}>
          <Button className="coverage-place" aria-current={place.key === at} onPress={() => onGo(place)}>
            <span className="coverage-words" dir="auto" lang={place.row?.language}>
              {place.words.length > LONGEST ? `${place.words.slice(0, LONGEST)} …` : place.words}
            </span>
            <span className="small soft">
              {place.row
                ? t('commitment.confidence', { share: formatPercent(locale, place.row.confidence) })
                : reasonText(locale, { rule: place.reason ?? '', words: '' })}
            </span>
          </Button>
        </li>
      ))}
      {places.length > SHOWN && <li className="small soft">{t('coverage.more', { count: places.length - SHOWN })}</li>}
    </ol>
  );
}

import { useState } from 'react';
import { Button } from 'react-aria-components';
import { LOCALE_TAGS } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { WaterView } from '../../data/water.ts';
import { bothTimes, isDoubtful, measured } from './words.ts';

const AT_ONCE = 200;

/** The values of the chart as a table, newest first; corrected ones with what stood before. */
export function ValueTable({ view }: { readonly view: WaterView }) {
  const { locale, t } = useSpeech();
  const [shown, setShown] = useState(AT_ONCE);
  const before = Map.groupBy(view.corrections, ({ instant }) => instant);
  const points = view.points.toReversed();
  const tag = LOCALE_TAGS[locale];
  return (
    <>
      <table className="water-table">
        <thead>
          <tr>
            <th scope="col">{t('water-page.time')}</th>
            <th scope="col">{t('water-page.value')}</th>
            <th scope="col">{t('water-page.quality')}</th>
          </tr>
        </thead>
        <tbody>
          {points.slice(0, shown).map((point) => (
            <tr key={point.instant ?? point.time} className={isDoubtful(point) ? 'doubtful' : ''}>
              <td>{point.instant ? bothTimes(point.instant) : point.time}</td>
              <td>
                {measured(point.value, view.unit, tag)}
                {(before.get(point.instant ?? '') ?? []).map((was, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: earlier values have no other name
                  <del key={index}>{measured(was.value, view.unit, tag)}</del>
                ))}
              </td>
              <td>
                {t(`water-quality.${point.quality}`)}
                {point.remark && <span className="soft small"> {point.remark}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {points.length > shown && (
        <Button className="button small" onPress={() => setShown(shown + AT_ONCE)}>
          {t('water-page.older', { count: points.length - shown })}
        </Button>
      )}
    </>
  );
}

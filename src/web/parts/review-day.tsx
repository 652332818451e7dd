import { getLocalTimeZone, parseDate, today } from '@internationalized/date';
import { CalendarClock } from 'lucide-react';
import { useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { formatDate } from '../../i18n/index.ts';
import { useSpeech } from '../app/locale.tsx';
import type { Row } from '../data/queries.ts';
import { useMay } from '../data/session.ts';
import { DayField } from './day-field.tsx';
import './review-day.css';
import { lacking } from './missing.tsx';
import { SendButton } from './send-button.tsx';
import { useDecisions } from './use-decisions.ts';

/** Days offered at one press, in months from today. */
const SOON = [3, 6, 12] as const;

function Chooser({
  review,
  onChoose,
}: {
  readonly review: string | null;
  readonly onChoose: (day: string | null) => void;
}) {
  const { t } = useSpeech();
  const [day, setDay] = useState(review);
  const now = today(getLocalTimeZone());
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (day !== null) onChoose(parseDate(day).toString());
      }}
    >
      <p className="small soft">{t('review.explain')}</p>
      <div className="review-soon">
        {SOON.map((months) => (
          <Button key={months} className="button small" onPress={() => onChoose(now.add({ months }).toString())}>
            {months === 12 ? t('review.in-year') : t('review.in-months', { months })}
          </Button>
        ))}
      </div>
      <DayField label={t('review.day')} value={day} onChange={setDay} />
      <div className="dialog-actions">
        {review !== null && (
          <Button className="button small quiet" onPress={() => onChoose(null)}>
            {t('review.remove')}
          </Button>
        )}
        <SendButton className="button small primary" missing={lacking([day !== null, t('review.day')])}>
          {t('form.save')}
        </SendButton>
      </div>
    </form>
  );
}

/** The day on which a person looks again at what the text wants soon and gives no day for: chosen, changed, taken away. */
export function ReviewDay({ row }: { readonly row: Row }) {
  const { locale, t } = useSpeech();
  const decide = useDecisions();
  const undated = row.due !== null && row.due.to === null && row.due.from === null;
  const may = useMay('decide');
  if (!may && row.review !== null)
    return <p className="small">{t('review.on', { date: formatDate(locale, row.review) })}</p>;
  if (!may || row.decision === 'rejected' || (row.review === null && !undated)) return null;
  return (
    <div className="review-day">
      <DialogTrigger>
        <Button className="button small quiet">
          <CalendarClock size={14} aria-hidden />
          {row.review === null ? t('review.choose') : t('review.on', { date: formatDate(locale, row.review) })}
        </Button>
        <Popover className="popover" placement="bottom start">
          <Dialog className="review-popover" aria-label={t('review.choose')}>
            {({ close }) => (
              <Chooser
                review={row.review}
                onChoose={(on) => {
                  close();
                  void decide(row, { type: 'review', on });
                }}
              />
            )}
          </Dialog>
        </Popover>
      </DialogTrigger>
    </div>
  );
}

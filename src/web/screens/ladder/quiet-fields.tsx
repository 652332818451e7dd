import { Button } from 'react-aria-components';
import { useSpeech } from '../../app/locale.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { WordsField } from '../../parts/words-field.tsx';

/** A stretch of days on which nobody is urged, as it is being typed. */
export interface QuietStretch {
  readonly from: string | null;
  readonly to: string | null;
  readonly why: string;
}

/** Stretches of days on which nobody is urged, besides free days. */
export function QuietFields({
  quiet,
  onChange,
}: {
  readonly quiet: readonly QuietStretch[];
  readonly onChange: (quiet: readonly QuietStretch[]) => void;
}) {
  const { t } = useSpeech();
  const put = (index: number, part: Partial<QuietStretch>) =>
    onChange(quiet.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <fieldset className="ladder-fields">
      <legend>{t('ladder.quiet')}</legend>
      {quiet.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a stretch has no other name than its place
        <div key={index} className="form-pair">
          <DayField label={t('form.due-from')} value={one.from} onChange={(from) => put(index, { from })} />
          <DayField label={t('form.due-to')} value={one.to} onChange={(to) => put(index, { to })} />
          <WordsField label={t('ladder.why')} value={one.why} onChange={(why) => put(index, { why })} />
          <Button className="button small quiet" onPress={() => onChange(quiet.filter((_, at) => at !== index))}>
            {t('ladder.remove')}
          </Button>
        </div>
      ))}
      <Button className="button small" onPress={() => onChange([...quiet, { from: null, to: null, why: '' }])}>
        {t('ladder.add-quiet')}
      </Button>
    </fieldset>
  );
}

import { useState } from 'react';
import { Button } from 'react-aria-components';
import { formatPercent } from '../../../i18n/index.ts';
import { FOREIGN_FIELDS, type ForeignField } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { SheetRun } from '../../data/sheets.ts';
import { Choice } from '../../parts/choice.tsx';

type Chosen = ForeignField | 'none';

/** What each column of somebody else's list is: proposed with how sure that is, chosen by a person, remembered for lists with the same header. */
export function ColumnsForm({
  run,
  onSave,
}: {
  readonly run: SheetRun;
  readonly onSave: (fields: (ForeignField | null)[]) => void;
}) {
  const { locale, t } = useSpeech();
  const columns = run.columns ?? [];
  const [chosen, setChosen] = useState<readonly Chosen[]>(columns.map(({ field }) => field ?? 'none'));
  const [open, setOpen] = useState(run.state === 'mapping');
  const named = chosen.filter((one) => one !== 'none');
  const twice = new Set(named).size < named.length;
  const ready = named.includes('words') && !twice;
  if (!open) {
    return (
      <p className="soft">
        {t('sheets.remembered')}{' '}
        <Button className="link-button" onPress={() => setOpen(true)}>
          {t('sheets.columns-change')}
        </Button>
      </p>
    );
  }
  return (
    <section className="sheet-columns">
      <h2>{t('sheets.columns')}</h2>
      <p className="soft">{t('sheets.columns-how')}</p>
      <ul>
        {columns.map(({ title, samples, confidence, field }, at) =>
          title === '' && samples.length === 0 ? null : (
            <li key={`${title}${samples.join()}`}>
              <div dir="auto">
                <b>{title || t('sheets.untitled')}</b>
                <p className="soft small">{samples.join(' · ')}</p>
              </div>
              <Choice<Chosen>
                label={
                  field && chosen[at] === field
                    ? t('sheets.sure', { share: formatPercent(locale, confidence) })
                    : t('sheets.is')
                }
                value={chosen[at] ?? 'none'}
                values={['none', ...FOREIGN_FIELDS]}
                name={(value) => t(`sheet-field.${value}`)}
                onChange={(value) => setChosen(chosen.map((one, index) => (index === at ? value : one)))}
              />
            </li>
          ),
        )}
      </ul>
      {!ready && <p className="failure-text">{t(twice ? 'sheets.columns-twice' : 'sheets.columns-words')}</p>}
      <Button
        className="button primary"
        isDisabled={!ready}
        onPress={() => {
          onSave(chosen.map((one) => (one === 'none' ? null : one)));
          setOpen(false);
        }}
      >
        {t('sheets.columns-save')}
      </Button>
    </section>
  );
}

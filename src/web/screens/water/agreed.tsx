import { Link } from '@tanstack/react-router';
import { Pencil, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { LOCALE_TAGS } from '../../../i18n/index.ts';
import { THRESHOLD_KINDS } from '../../../notices/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { type OpenCrossing, type Threshold, useActOnWater, type WaterRow } from '../../data/water.ts';
import { Choice } from '../../parts/choice.tsx';
import { KeepsWater } from '../../parts/decides.tsx';
import { FormWindow } from '../../parts/form-window.tsx';
import { lacking } from '../../parts/missing.tsx';
import { useErrorText } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';
import { WordsField } from '../../parts/words-field.tsx';
import { bothTimes, measured } from './words.ts';

/** Does one thing to a series; false where it was refused, which is then said. */
export function useDeed(row: WaterRow) {
  const act = useActOnWater();
  const say = useErrorText();
  return async (body: Parameters<typeof act.mutateAsync>[0]['body']): Promise<boolean> => {
    try {
      await act.mutateAsync({ id: row.id, version: row.version, body });
      return true;
    } catch (error) {
      toast({ text: say(error) });
      return false;
    }
  };
}

/** A number a person typed; null where the field is left empty, which means that nothing is agreed. */
function numberOf(text: string): number | null {
  const number = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(number) ? null : number;
}

function isNumber(text: string): boolean {
  return text.trim() === '' || numberOf(text) !== null;
}

/** What was agreed of a series: how often it comes, and the values at which the other side is told. */
export function Agreed({ row }: { readonly row: WaterRow }) {
  const { locale, t } = useSpeech();
  const deed = useDeed(row);
  const [form, setForm] = useState<'pace' | 'new' | Threshold | null>(null);
  const { interval, grace, thresholds } = row.state;
  return (
    <section className="water-agreed">
      <h3>{t('water-page.agreed')}</h3>
      <ul>
        <li>
          <span>{interval === null ? t('water-page.pace-none') : t('water-page.pace', { interval, grace })}</span>
          <KeepsWater>
            <Button
              className="button quiet small icon"
              aria-label={t('water-page.pace-set')}
              onPress={() => setForm('pace')}
            >
              <Pencil size={14} aria-hidden />
            </Button>
          </KeepsWater>
        </li>
        {thresholds.map((threshold) => (
          <li key={threshold.id}>
            <span>
              <b>{threshold.name}</b> {t(`water-threshold.${threshold.kind}`)}{' '}
              {threshold.value === null ? (
                <em>{t('water-page.not-agreed')}</em>
              ) : (
                measured(threshold.value, threshold.unit, LOCALE_TAGS[locale])
              )}
              {threshold.hours !== null && ` / ${threshold.hours} h`}
            </span>
            <KeepsWater>
              <Button
                className="button quiet small icon"
                aria-label={t('water-page.change', { name: threshold.name })}
                onPress={() => setForm(threshold)}
              >
                <Pencil size={14} aria-hidden />
              </Button>
              <Button
                className="button quiet small icon"
                aria-label={t('water-page.drop-threshold', { name: threshold.name })}
                onPress={async () => {
                  if (await deed({ type: 'drop-threshold', threshold: threshold.id }))
                    toast({
                      text: t('water-page.dropped', { name: threshold.name }),
                    });
                }}
              >
                <X size={14} aria-hidden />
              </Button>
            </KeepsWater>
          </li>
        ))}
      </ul>
      <KeepsWater>
        <Button className="button small" onPress={() => setForm('new')}>
          <Plus size={14} aria-hidden />
          {t('water-page.add-threshold')}
        </Button>
      </KeepsWater>
      {form === 'pace' && <PaceWindow row={row} onClose={() => setForm(null)} />}
      {form !== null && form !== 'pace' && (
        <ThresholdWindow row={row} threshold={form === 'new' ? null : form} onClose={() => setForm(null)} />
      )}
    </section>
  );
}

function PaceWindow({ row, onClose }: { readonly row: WaterRow; readonly onClose: () => void }) {
  const { t } = useSpeech();
  const deed = useDeed(row);
  const [interval, setInterval] = useState(row.state.interval === null ? '' : String(row.state.interval));
  const [grace, setGrace] = useState(String(row.state.grace));
  const whole = (text: string) => /^\d{1,5}$/.test(text.trim());
  const missing = lacking(
    [interval.trim() === '' || (whole(interval) && Number(interval) > 0), t('water-page.interval')],
    [whole(grace), t('water-page.grace')],
  );
  return (
    <FormWindow
      title={t('water-page.pace-set')}
      save={t('form.save')}
      missing={missing}
      onClose={onClose}
      onSave={() => deed({ type: 'set-pace', interval: numberOf(interval), grace: Number(grace) })}
    >
      <WordsField label={t('water-page.interval')} value={interval} onChange={setInterval} />
      <WordsField label={t('water-page.grace')} value={grace} onChange={setGrace} />
    </FormWindow>
  );
}

function ThresholdWindow({
  row,
  threshold,
  onClose,
}: {
  readonly row: WaterRow;
  readonly threshold: Threshold | null;
  readonly onClose: () => void;
}) {
  const { t } = useSpeech();
  const deed = useDeed(row);
  const [name, setName] = useState(threshold?.name ?? '');
  const [kind, setKind] = useState<Threshold['kind']>(threshold?.kind ?? 'above');
  const [value, setValue] = useState(threshold?.value == null ? '' : String(threshold.value));
  const [unit, setUnit] = useState(threshold?.unit ?? row.unit);
  const [hours, setHours] = useState(threshold?.hours == null ? '' : String(threshold.hours));
  const moving = kind === 'rise' || kind === 'fall';
  const missing = lacking(
    [name.trim() !== '', t('water-page.threshold-name')],
    [isNumber(value), t('water-page.threshold-value')],
    [unit.trim() !== '', t('water-page.unit')],
    [isNumber(hours), t('water-page.hours')],
  );
  const save = () =>
    deed({
      type: 'set-threshold',
      threshold: {
        ...{
          id: threshold?.id ?? crypto.randomUUID(),
          name: name.trim(),
          kind,
          value: numberOf(value),
          unit: unit.trim(),
        },
        hours: moving ? numberOf(hours) : null,
      },
    });
  return (
    <FormWindow
      title={t('water-page.threshold')}
      save={t('form.save')}
      missing={missing}
      onClose={onClose}
      onSave={save}
    >
      <WordsField label={t('water-page.threshold-name')} value={name} onChange={setName} />
      <Choice
        label={t('water-page.threshold-kind')}
        value={kind}
        values={THRESHOLD_KINDS}
        name={(one) => t(`water-threshold.${one}`)}
        onChange={setKind}
      />
      <WordsField label={t('water-page.threshold-value')} value={value} onChange={setValue} />
      <WordsField label={t('water-page.unit')} value={unit} onChange={setUnit} />
      {moving && <WordsField label={t('water-page.hours')} value={hours} onChange={setHours} />}
    </FormWindow>
  );
}

/** Thresholds that were passed and that nobody dealt with: each proposes a notice. */
export function Crossings({ row }: { readonly row: WaterRow }) {
  const { locale, t } = useSpeech();
  const [settling, setSettling] = useState<OpenCrossing | null>(null);
  if (row.open.length === 0) return null;
  return (
    <section className="water-crossings" aria-label={t('water-page.proposals')}>
      <h3>{t('water-page.proposals')}</h3>
      <ul>
        {row.open.map((crossing) => (
          <li key={`${crossing.threshold} ${crossing.instant}`}>
            <span>
              <b>{crossing.name}</b> · {measured(crossing.value, row.unit, LOCALE_TAGS[locale])} ·{' '}
              {bothTimes(crossing.instant)}
            </span>
            <KeepsWater>
              <Link
                className="button small primary"
                to="/notices/new"
                search={{ water: row.id, threshold: crossing.threshold, instant: crossing.instant }}
              >
                {t('notices.new')}
              </Link>
              <Button className="button small" onPress={() => setSettling(crossing)}>
                {t('water-page.settle')}
              </Button>
            </KeepsWater>
          </li>
        ))}
      </ul>
      {settling && <SettleWindow row={row} crossing={settling} onClose={() => setSettling(null)} />}
    </section>
  );
}

function SettleWindow({
  row,
  crossing,
  onClose,
}: {
  readonly row: WaterRow;
  readonly crossing: OpenCrossing;
  readonly onClose: () => void;
}) {
  const { t } = useSpeech();
  const deed = useDeed(row);
  const [notice, setNotice] = useState('');
  const [note, setNote] = useState('');
  const { threshold, instant } = crossing;
  return (
    <FormWindow
      title={t('water-page.settle')}
      save={t('form.save')}
      missing={lacking([notice.trim() !== '' || note.trim() !== '', t('water-page.note')])}
      onClose={onClose}
      onSave={() => deed({ type: 'settle', threshold, instant, notice: notice.trim() || null, note: note.trim() })}
    >
      <p className="soft small">{t('water-page.settle-hint')}</p>
      <WordsField label={t('water-page.notice')} value={notice} onChange={setNotice} />
      <WordsField label={t('water-page.note')} value={note} onChange={setNote} />
    </FormWindow>
  );
}

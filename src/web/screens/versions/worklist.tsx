import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { Button, ToggleButton } from 'react-aria-components';
import { formatNumber } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { ChosenFinding, SmallFinding } from './finding-card.tsx';
import { type Comparison, NARROWINGS, type Narrowing, stateOf } from './use-comparison.ts';

const MESSAGES = { severity: 'finding-severity', type: 'finding-type', state: 'finding-state' } as const;

/** Values of one narrowing with their numbers; a press narrows the list to it, another gives it free. */
function Chips({ by, comparison }: { readonly by: Narrowing; readonly comparison: Comparison }) {
  const { locale, t } = useSpeech();
  const { search, narrow, countOf } = comparison;
  const chosen: readonly string[] = search[by] ?? [];
  const values = NARROWINGS[by].map((value) => ({ value, count: countOf(by, value) }));
  const shown = values.filter(({ value, count }) => count > 0 || chosen.includes(value));
  if (shown.length === 0) return null;
  const toggle = (value: string) => {
    const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
    narrow({ [by]: next.length > 0 ? next : undefined });
  };
  return (
    <fieldset className="chips">
      <legend className="visually-hidden">{t(`versions.${by}`)}</legend>
      {shown.map(({ value, count }) => (
        <ToggleButton
          key={value}
          className={`chip ${value}`}
          isSelected={chosen.includes(value)}
          onChange={() => toggle(value)}
        >
          {t(`${MESSAGES[by]}.${value}` as 'finding-state.open')} <b>{formatNumber(locale, count)}</b>
        </ToggleButton>
      ))}
    </fieldset>
  );
}

/** Where one stands in the worklist, with the way on. */
export function Steps({ comparison }: { readonly comparison: Comparison }) {
  const { t } = useSpeech();
  const { shown, chosen, step } = comparison;
  const at = shown.findIndex(({ key }) => key === chosen?.key);
  return (
    <div className="worklist-steps">
      <Button
        className="button quiet icon small"
        aria-label={t('versions.previous')}
        isDisabled={at <= 0}
        onPress={() => step(-1)}
      >
        <ChevronLeft size={16} aria-hidden />
      </Button>
      <span className="small soft">
        {at < 0
          ? t('versions.count', { count: shown.length })
          : t('versions.place', { at: at + 1, count: shown.length })}
      </span>
      <Button
        className="button quiet icon small"
        aria-label={t('versions.next')}
        isDisabled={at >= shown.length - 1}
        onPress={() => step(1)}
      >
        <ChevronRight size={16} aria-hidden />
      </Button>
    </div>
  );
}

export function Filters({ comparison }: { readonly comparison: Comparison }) {
  return (
    <div className="worklist-filters">
      <Chips by="state" comparison={comparison} />
      <Chips by="severity" comparison={comparison} />
      <Chips by="type" comparison={comparison} />
    </div>
  );
}

/** Why the list has nothing to show: the texts were not compared, say the same, or the filter lets nothing through. */
function emptyBecause({ findings, messages }: Comparison['versions']) {
  if (findings.length > 0) return 'versions.none-fits';
  return messages.some(({ id }) => id === 'alignment.unrelated') ? 'versions.not-compared' : 'versions.none';
}

/** The differences found, for a person to judge one by one. */
export function Worklist({
  comparison,
  note,
}: {
  readonly comparison: Comparison;
  readonly note: RefObject<HTMLTextAreaElement | null>;
}) {
  const { t } = useSpeech();
  const { versions, shown, chosen, narrow } = comparison;
  const open = versions.findings.filter((one) => stateOf(one) === 'open').length;
  const now = useRef(comparison);
  useEffect(() => {
    now.current = comparison;
  });
  // The same function each time, so that of hundreds of cards only those that change are drawn again.
  const onChoose = useCallback((key: string) => now.current.choose(key), []);
  return (
    <section className="worklist" aria-label={t('versions.worklist')}>
      <header>
        <h2>
          {t('versions.worklist')} <span className="soft small">{t('versions.open-count', { count: open })}</span>
        </h2>
        <Steps comparison={comparison} />
      </header>
      <Filters comparison={comparison} />
      <ol className="finding-list">
        {shown.map((finding) => (
          <li key={finding.key}>
            {finding.key === chosen?.key ? (
              <ChosenFinding comparison={comparison} finding={finding} note={note} />
            ) : (
              <SmallFinding finding={finding} onChoose={onChoose} />
            )}
          </li>
        ))}
      </ol>
      {shown.length === 0 && versions.progress === null && (
        <div className="worklist-empty soft">
          <p>{t(emptyBecause(versions))}</p>
          {versions.findings.length > 0 && (
            <Button
              className="button small"
              onPress={() => narrow({ severity: undefined, type: undefined, state: undefined })}
            >
              {t('versions.show-all')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

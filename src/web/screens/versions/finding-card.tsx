import { Check, X } from 'lucide-react';
import { memo, type RefObject, useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { findingText, formatInstant } from '../../../i18n/index.ts';
import { direction } from '../../../kernel/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { useHand } from '../../data/hands.ts';
import type { Finding, Side } from '../../data/versions.ts';
import { Decides } from '../../parts/decides.tsx';
import { type Comparison, stateOf } from './use-comparison.ts';

/** Kind and severity by word; the mark's colour only repeats it. */
export function FindingTitle({ finding }: { readonly finding: Finding }) {
  const { t } = useSpeech();
  return (
    <span className="finding-title">
      <span className={`severity ${finding.severity}`}>{t(`finding-severity.${finding.severity}`)}</span>
      <b>{t(`finding-type.${finding.type}`)}</b>
    </span>
  );
}

/** What the rules say of a finding, in the reader's language. */
export function useFindingText(): (finding: Finding) => string {
  const { locale } = useSpeech();
  return (finding) => findingText(locale, finding);
}

function Quote({
  side,
  comparison,
  finding,
}: {
  readonly side: Side;
  readonly comparison: Comparison;
  readonly finding: Finding;
}) {
  const { t } = useSpeech();
  const words = finding[side];
  const { language } = comparison.versions[side].expression;
  if (!words) return null;
  return (
    <blockquote className={`finding-quote ${finding.side === side ? 'suspect' : ''}`}>
      <span className="quote-side small soft">{t(side === 'a' ? 'versions.quote-a' : 'versions.quote-b')}</span>
      <p lang={language === 'und' ? undefined : language} dir={direction(language)}>
        {words.quote}
      </p>
    </blockquote>
  );
}

function Note({ comparison, finding, field }: CardProps & { readonly field: RefObject<HTMLTextAreaElement | null> }) {
  const { t } = useSpeech();
  const kept = finding.judgement?.note ?? '';
  const [note, setNote] = useState(kept);
  const save = () => {
    if (note.trim() !== kept) comparison.judge(finding, finding.judgement?.verdict ?? 'true', note.trim());
  };
  return (
    <form
      className="finding-note"
      onSubmit={(event) => {
        event.preventDefault();
        save();
        field.current?.blur();
      }}
    >
      <label className="field">
        <span>{t(finding.judgement?.verdict === 'false' ? 'versions.note' : 'versions.wording')}</span>
        <textarea
          ref={field}
          className="field-input"
          rows={2}
          dir="auto"
          value={note}
          onChange={(event) => setNote(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
              event.preventDefault();
              event.currentTarget.form?.requestSubmit();
            } else if (event.key === 'Escape') event.currentTarget.blur();
          }}
        />
      </label>
      {note.trim() !== kept && (
        <Button className="button small" type="submit">
          {t('versions.save-note')} <kbd>Enter</kbd>
        </Button>
      )}
    </form>
  );
}

interface CardProps {
  readonly comparison: Comparison;
  readonly finding: Finding;
}

/** A finding in the worklist; a press opens it and shows its place in the texts. Drawn again only when it changed. */
export const SmallFinding = memo(function SmallFinding({
  finding,
  onChoose,
}: {
  readonly finding: Finding;
  readonly onChoose: (key: string) => void;
}) {
  const { t } = useSpeech();
  const say = useFindingText();
  const state = stateOf(finding);
  return (
    <Button className={`finding small-finding ${state}`} onPress={() => onChoose(finding.key)}>
      <FindingTitle finding={finding} />
      <span className="finding-say">{say(finding)}</span>
      {state !== 'open' && <span className={`finding-state ${state}`}>{t(`finding-state.${state}`)}</span>}
      {!finding.found && <span className="finding-state gone">{t('versions.gone')}</span>}
    </Button>
  );
});

/** The chosen finding: what differs, both quotes, and the judgement. */
export function ChosenFinding({
  comparison,
  finding,
  note,
}: CardProps & { readonly note: RefObject<HTMLTextAreaElement | null> }) {
  const { locale, t } = useSpeech();
  const hand = useHand();
  const say = useFindingText();
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    card.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const verdict = finding.judgement?.verdict ?? null;
  const toggle = (next: 'true' | 'false') => comparison.judge(finding, verdict === next ? null : next);
  return (
    <section ref={card} className="finding chosen-finding" aria-current="true">
      <FindingTitle finding={finding} />
      <p>{say(finding)}</p>
      {!finding.found && <p className="small soft">{t('versions.gone')}</p>}
      <Quote side="a" comparison={comparison} finding={finding} />
      <Quote side="b" comparison={comparison} finding={finding} />
      <Decides>
        {' '}
        <div className="decide-panel">
          <Button
            className={`button small ${verdict === 'true' ? 'primary' : ''}`}
            aria-pressed={verdict === 'true'}
            onPress={() => toggle('true')}
          >
            <Check size={14} aria-hidden />
            {t('versions.true')} <kbd>T</kbd>
          </Button>
          <Button
            className={`button small ${verdict === 'false' ? 'primary' : ''}`}
            aria-pressed={verdict === 'false'}
            onPress={() => toggle('false')}
          >
            <X size={14} aria-hidden />
            {t('versions.false')} <kbd>F</kbd>
          </Button>
        </div>
      </Decides>
      <Note
        key={`${finding.key}${finding.judgement?.note ?? ''}`}
        comparison={comparison}
        finding={finding}
        field={note}
      />
      {finding.judgement && finding.judgement.by !== '' && (
        <p className="small soft">
          {hand(finding.judgement.by)} ·{' '}
          <time dateTime={finding.judgement.at}>{formatInstant(locale, finding.judgement.at)}</time>
        </p>
      )}
    </section>
  );
}

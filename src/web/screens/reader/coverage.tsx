import { Button } from 'react-aria-components';
import { formatNumber, reasonText } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { COVERAGE_STATES, type CoverageState } from '../../app/search.ts';
import type { ReaderText, SentenceState } from '../../data/queries.ts';
import './coverage.css';

/** Every sentence as a stroke, in order: its height tells what became of it. */
function Strokes({
  sentences,
  state,
}: {
  readonly sentences: readonly SentenceState[];
  readonly state: CoverageState | undefined;
}) {
  const heights: Readonly<Record<CoverageState, number>> = {
    commitment: 20,
    support: 16,
    position: 11,
    record: 8,
    none: 3,
    unread: 20,
  };
  return (
    <svg
      className="strokes"
      viewBox={`0 0 ${Math.max(1, sentences.length)} 20`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {sentences.map((sentence, index) => (
        <rect
          key={sentence.span.start}
          className={`${sentence.state} ${state === undefined || state === sentence.state ? '' : 'dim'}`}
          x={index + 0.1}
          y={20 - heights[sentence.state]}
          width={0.8}
          height={heights[sentence.state]}
        />
      ))}
    </svg>
  );
}

/** A sentence of the chosen state, and which of them it is (from 0). */
export interface Looked {
  readonly at: number;
  readonly sentence: SentenceState;
}

/** How the whole text was read: every sentence accounted for. A press on a count lights its sentences and goes to the next. */
export function CoverageMeter({
  text,
  state,
  looked,
  onChoose,
}: {
  readonly text: ReaderText;
  /** The sentence that a press on a count has gone to. */
  readonly looked: Looked | null;
  readonly state: CoverageState | undefined;
  readonly onChoose: (state: CoverageState) => void;
}) {
  const { locale, t } = useSpeech();
  const count = (wanted: CoverageState) => text.sentences.filter((sentence) => sentence.state === wanted).length;
  return (
    <section className="coverage" aria-label={t('coverage.title')}>
      <Strokes sentences={text.sentences} state={state} />
      <ul className="coverage-counts">
        <li className="small soft">{t('coverage.sentences', { count: text.sentences.length })}</li>
        {COVERAGE_STATES.map((each) => (
          <li key={each}>
            <Button
              className={`coverage-count ${each}`}
              aria-pressed={state === each}
              isDisabled={count(each) === 0}
              onPress={() => onChoose(each)}
            >
              <i className={`swatch ${each}`} aria-hidden="true" />
              <b>{formatNumber(locale, count(each))}</b> {t(`coverage.${each}`)}
            </Button>
          </li>
        ))}
      </ul>
      <p className="small" role="status">
        {looked && looked.sentence.state === state && (
          <>
            <b>{t('reader.place', { at: looked.at + 1, count: count(looked.sentence.state) })}</b> ·{' '}
            {reasonText(locale, { rule: looked.sentence.reason, words: '' })}
          </>
        )}
      </p>
    </section>
  );
}

import { Button } from 'react-aria-components';
import { formatNumber, reasonText } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { COVERAGE_STATES, type CoverageState, type Look } from '../../app/search.ts';
import type { ReaderText, SentenceState } from '../../data/queries.ts';
import './coverage.css';
import { CoverageList } from './coverage-list.tsx';
import { placesToLook } from './places-to-look.ts';
import type { CoverageView } from './use-coverage.ts';

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

function Count({
  look,
  count,
  chosen,
  onChoose,
}: {
  readonly look: Look;
  readonly count: number;
  readonly chosen: boolean;
  readonly onChoose: (look: Look) => void;
}) {
  const { locale, t } = useSpeech();
  return (
    <li>
      <Button
        className={`coverage-count ${look}`}
        aria-pressed={chosen}
        isDisabled={count === 0}
        onPress={() => onChoose(look)}
      >
        <i className={`swatch ${look}`} aria-hidden="true" />
        <b>{formatNumber(locale, count)}</b> {t(`coverage.${look}`)}
        {look === 'doubtful' && count > 0 && <kbd>D</kbd>}
      </Button>
    </li>
  );
}

/**
 * How the whole text was read: every sentence accounted for, and what is still open. A press on a number opens its list and
 * goes to the first; press after press goes on.
 */
export function CoverageMeter({ text, coverage, look }: MeterProps) {
  const { locale, t } = useSpeech();
  const { places, looked, choose, goTo } = coverage;
  const count = (wanted: Look) => placesToLook(text, wanted).length;
  const decided = text.commitments.filter(({ decision }) => decision !== 'undecided').length;
  const state = COVERAGE_STATES.find((each) => each === look);
  return (
    <section className="coverage" aria-label={t('coverage.title')}>
      <ul className="coverage-counts">
        <li className="small soft">{t('coverage.decided', { decided, count: text.commitments.length })}</li>
        {(['undecided', 'doubtful'] as const).map((each) => (
          <Count key={each} look={each} count={count(each)} chosen={look === each} onChoose={choose} />
        ))}
      </ul>
      <Strokes sentences={text.sentences} state={state} />
      <ul className="coverage-counts">
        <li className="small soft">{t('coverage.sentences', { count: text.sentences.length })}</li>
        {COVERAGE_STATES.map((each) => (
          <Count key={each} look={each} count={count(each)} chosen={look === each} onChoose={choose} />
        ))}
      </ul>
      <p className="small" role="status">
        {looked && (
          <>
            <b>{t('reader.place', { at: looked.at + 1, count: places.length })}</b>
            {looked.place.reason !== null && ` · ${reasonText(locale, { rule: looked.place.reason, words: '' })}`}
          </>
        )}
      </p>
      {look && (
        <CoverageList places={places} at={looked?.place.key ?? null} label={t(`coverage.${look}`)} onGo={goTo} />
      )}
    </section>
  );
}

interface MeterProps {
  readonly text: ReaderText;
  readonly coverage: CoverageView;
  /** The number whose list is open. */
  readonly look: Look | undefined;
}

import { ArrowDown, ArrowUp, RotateCcw, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { formatPercent } from '../../../../i18n/index.ts';
import { useSpeech } from '../../../app/locale.tsx';
import type { Word } from './scan-words.ts';
import { TextHistory } from './text-history.tsx';
import type { Correction, Edit } from './use-correction.ts';
import { pictureOf, type Scanned } from './use-scan.ts';

/** How high a word is drawn in the cut-out, in rem. */
const WORD_HEIGHT = 1.5;
const ROOT = 16;

/** The word on its page, large, with what stands around it. */
function Crop({ scanned, word }: { readonly scanned: Scanned; readonly word: Word }) {
  const { t } = useSpeech();
  const page = scanned.scan?.pages.find(({ number }) => number === word.page);
  const host = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ width: 288, height: 88 });
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setRoom({ width: element.clientWidth, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  if (!page) return null;
  const { box } = word;
  const scale = Math.min((WORD_HEIGHT * ROOT) / box.height, (room.width * 0.8) / box.width);
  const left = room.width / 2 - (box.left + box.width / 2) * scale;
  const top = room.height / 2 - (box.top + box.height / 2) * scale;
  const frame = { left: left + box.left * scale, top: top + box.top * scale };
  return (
    <div ref={host} className="word-crop" dir="ltr">
      <img
        className="word-picture"
        src={pictureOf(scanned.expressionId, page.number)}
        alt={t('scan.word-picture', { page: page.number })}
        style={{ width: page.width * scale, height: page.height * scale, left, top }}
      />
      <i className="scan-box current" style={{ ...frame, width: box.width * scale, height: box.height * scale }} />
    </div>
  );
}

function WordForm({
  correction,
  word,
  language,
}: {
  readonly correction: Correction;
  readonly word: Word;
  readonly language: string;
}) {
  const { locale, t } = useSpeech();
  const read = correction.read(word);
  const [words, setWords] = useState(correction.edits.get(word.index)?.words ?? read);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const changed = words.trim() !== read;
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        correction.accept(words);
      }}
    >
      <label>
        <span className="small soft">
          {t('scan.page-and-confidence', { page: word.page, confidence: formatPercent(locale, word.confidence) })}
        </span>
        <input
          ref={field}
          className="word-field"
          dir="auto"
          lang={language}
          value={words}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'ArrowDown') correction.step(1);
            else if (event.key === 'ArrowUp') correction.step(-1);
            else return;
            event.preventDefault();
          }}
        />
      </label>
      <div className="word-actions">
        <Button className="button small primary" type="submit">
          {words.trim() === '' ? t('scan.take-out') : changed ? t('scan.replace') : t('scan.right')} <kbd>Enter</kbd>
        </Button>
        <Button className="button small" aria-label={t('scan.previous')} onPress={() => correction.step(-1)}>
          <ArrowUp size={14} aria-hidden />
        </Button>
        <Button className="button small" aria-label={t('scan.next')} onPress={() => correction.step(1)}>
          <ArrowDown size={14} aria-hidden />
        </Button>
      </div>
    </form>
  );
}

function EditItem({ edit, correction }: { readonly edit: Edit; readonly correction: Correction }) {
  const { t } = useSpeech();
  const read = correction.read(edit.word);
  return (
    <li>
      {edit.words === read ? (
        <span dir="auto">
          {read} <span className="soft">✓</span>
        </span>
      ) : (
        <span dir="auto">
          <del>{read}</del> → <ins>{edit.words === '' ? '∅' : edit.words}</ins>
        </span>
      )}
      <Button
        className="button small quiet icon"
        aria-label={t('scan.drop', { words: read })}
        onPress={() => correction.drop(edit.word.index)}
      >
        <RotateCcw size={13} aria-hidden />
      </Button>
    </li>
  );
}

/** The way out: at once where nothing was typed, else only when asked twice. */
function Leave({ correction }: { readonly correction: Correction }) {
  const { t } = useSpeech();
  const [asked, setAsked] = useState(false);
  const { size } = correction.edits;
  if (asked && size > 0) {
    return (
      <Button className="button small" onPress={correction.leave}>
        {t('scan.discard', { count: size })}
      </Button>
    );
  }
  const press = () => (size === 0 ? correction.leave() : setAsked(true));
  return (
    <Button className="button small quiet icon" aria-label={t('form.close')} onPress={press}>
      <X size={16} aria-hidden />
    </Button>
  );
}

/** Putting words of a scan right: from doubtful word to doubtful word, each with its picture. */
export function WordPanel({
  scanned,
  correction,
  language,
}: {
  readonly scanned: Scanned;
  readonly correction: Correction;
  readonly language: string;
}) {
  const { t } = useSpeech();
  const { current, edits, left, saving } = correction;
  if (!current) return null;
  return (
    <section
      className="word-panel"
      aria-label={t('scan.correct')}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          void correction.save();
        } else if (event.key === 'Escape' && edits.size === 0) correction.leave();
      }}
    >
      <div className="word-head">
        <h2>{t('scan.correct')}</h2>
        <Leave key={edits.size} correction={correction} />
      </div>
      <p className="small soft" role="status">
        {t('scan.left', { count: left })}
      </p>
      <Crop scanned={scanned} word={current} />
      <WordForm key={current.index} correction={correction} word={current} language={language} />
      {edits.size > 0 && (
        <>
          <ul className="word-list">
            {[...edits.values()].map((edit) => (
              <EditItem key={edit.word.index} edit={edit} correction={correction} />
            ))}
          </ul>
          <Button className="button primary" isDisabled={saving} onPress={() => void correction.save()}>
            {t('scan.save', { count: edits.size })} <kbd>Ctrl Enter</kbd>
          </Button>
        </>
      )}
      <TextHistory scanned={scanned} />
    </section>
  );
}

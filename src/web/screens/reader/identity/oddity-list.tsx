import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Span } from '../../../../kernel/index.ts';
import { useSpeech } from '../../../app/locale.tsx';
import { useHand } from '../../../data/hands.ts';
import { Window } from '../../../parts/dialog.tsx';
import { FormEnd } from '../../../parts/form-end.tsx';
import { WordsField } from '../../../parts/words-field.tsx';
import type { Decision, OddityEntry } from './use-identity.ts';

/** Places shown of an oddity before the rest is only counted. */
const SHOWN = 3;

function NoteWindow({ onSave, onClose }: { readonly onSave: (note: string) => void; readonly onClose: () => void }) {
  const { t } = useSpeech();
  const [note, setNote] = useState('');
  return (
    <Window title={t('oddity.mark')} open onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          onSave(note.trim());
          onClose();
        }}
      >
        <WordsField label={t('oddity.note')} value={note} onChange={setNote} />
        <FormEnd save={t('form.save')} onCancel={onClose} />
      </form>
    </Window>
  );
}

/** What is odd in the source, each with its places; what is known to be so goes to the end. */
export function OddityList({
  oddities,
  show,
  decide,
}: {
  readonly oddities: readonly OddityEntry[];
  readonly show: (span: Span) => void;
  readonly decide: (decision: Decision, text: string) => void;
}) {
  const { t } = useSpeech();
  const hand = useHand();
  const [noting, setNoting] = useState<OddityEntry | null>(null);
  const mark = ({ key }: OddityEntry, known: boolean, note: string) =>
    decide({ type: 'mark-oddity', key, known, note }, t('identity.saved'));
  const inOrder = oddities.toSorted((a, b) => Number(a.known !== null) - Number(b.known !== null));
  return (
    <section className="oddities" aria-label={t('oddity.title')}>
      <h3>
        {t('oddity.title')} <span className="small soft">{t('oddity.explain')}</span>
      </h3>
      <ul>
        {inOrder.map((oddity) => (
          <li key={oddity.key} className={oddity.known ? 'oddity known' : 'oddity'}>
            <div>
              <p>{t(`oddity.${oddity.rule}` as 'oddity.debris', oddity.details)}</p>
              {oddity.places.slice(0, SHOWN).map(({ span, quote }) => (
                <Button key={span.start} className="quote-link" onPress={() => show(span)}>
                  <q dir="auto">{quote.length > 140 ? `${quote.slice(0, 140)} …` : quote}</q>
                </Button>
              ))}
              {oddity.places.length > SHOWN && (
                <span className="small soft">{t('oddity.places', { count: oddity.places.length })}</span>
              )}
              {oddity.known && (
                <p className="small soft">
                  {t('oddity.known', { by: hand(oddity.known.by) })} {oddity.known.note}
                </p>
              )}
            </div>
            <Button
              className="button quiet small"
              onPress={() => (oddity.known ? mark(oddity, false, '') : setNoting(oddity))}
            >
              {t(oddity.known ? 'oddity.unmark' : 'oddity.mark')}
            </Button>
          </li>
        ))}
      </ul>
      {noting && <NoteWindow onSave={(note) => mark(noting, true, note)} onClose={() => setNoting(null)} />}
    </section>
  );
}

import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useSpeech } from '../../app/locale.tsx';
import { ChosenCard } from './card.tsx';
import type { Reading } from './use-reading.ts';

/** On a small screen the chosen commitment lies at the bottom, below the words it is about. */
export function Sheet({ reading }: { readonly reading: Reading }) {
  const { t } = useSpeech();
  const { chosen, choose, step, lit } = reading;
  if (!chosen) return null;
  const index = lit.findIndex((row) => row.id === chosen.id);
  return (
    <div className="sheet">
      <div className="sheet-bar">
        <Button
          className="button quiet icon"
          aria-label={t('reader.previous')}
          isDisabled={index <= 0}
          onPress={() => step(-1)}
        >
          <ChevronLeft size={18} aria-hidden />
        </Button>
        <span className="small soft">{t('reader.place', { at: index + 1, count: lit.length })}</span>
        <Button
          className="button quiet icon"
          aria-label={t('reader.next')}
          isDisabled={index >= lit.length - 1}
          onPress={() => step(1)}
        >
          <ChevronRight size={18} aria-hidden />
        </Button>
        <Button className="button quiet icon" aria-label={t('form.close')} onPress={() => choose(null)}>
          <X size={18} aria-hidden />
        </Button>
      </div>
      <ChosenCard reading={reading} row={chosen} />
    </div>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Span } from '../../../kernel/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { call } from '../../client.ts';
import { useMay } from '../../data/session.ts';
import { useErrorText } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';
import { selectedSpan } from './caret.ts';
import type { Reading } from './use-reading.ts';
import { snapSpan } from './words.ts';

interface Selected {
  readonly span: Span;
  readonly left: number;
  readonly top: number;
}

/** The words selected by hand, widened to whole words, and where to offer something about them. */
function useSelected(article: RefObject<HTMLElement | null>, { text }: Reading): Selected | null {
  const [selected, setSelected] = useState<Selected | null>(null);
  useEffect(() => {
    const look = () => {
      const host = article.current;
      const rough = host && selectedSpan(host);
      const language = text.provisions.find((each) => rough && each.span.end > rough.start)?.language ?? 'und';
      const span = rough && snapSpan(text.text, rough, language);
      const rect = document.getSelection()?.rangeCount
        ? document.getSelection()?.getRangeAt(0).getBoundingClientRect()
        : null;
      if (!host || !span || !rect) return setSelected(null);
      const corner = host.getBoundingClientRect();
      const left = Math.min(Math.max(0, rect.left - corner.left), Math.max(0, corner.width - 220));
      setSelected({ span, left, top: rect.bottom - corner.top + 6 });
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [article, text]);
  return selected;
}

/** Lets a person mark words the rules passed over; `m` does the same. */
export function useMarking(article: RefObject<HTMLElement | null>, reading: Reading) {
  const { t } = useSpeech();
  const say = useErrorText();
  const queries = useQueryClient();
  const may = useMay('decide');
  const selected = useSelected(article, reading);
  const id = reading.text.expression.id;
  const mark = async () => {
    if (!selected) return;
    try {
      const added = await call('addCommitment', { params: { id }, body: { span: selected.span } });
      document.getSelection()?.removeAllRanges();
      await queries.invalidateQueries({ queryKey: ['expression', id] });
      reading.choose(added.id);
      toast({ text: t('reader.marked', { words: added.action }) });
    } catch (error) {
      toast({ text: say(error), tone: 'failure' });
    }
  };
  return { selected: reading.mode === 'edit' || !may ? null : selected, mark };
}

export function MarkButton({ selected, mark }: ReturnType<typeof useMarking>) {
  const { t } = useSpeech();
  if (!selected) return null;
  return (
    <div className="mark-button" style={{ left: selected.left, top: selected.top }}>
      <Button className="button small primary" onPress={() => void mark()} preventFocusOnPress>
        {t('reader.mark')} <kbd>M</kbd>
      </Button>
    </div>
  );
}

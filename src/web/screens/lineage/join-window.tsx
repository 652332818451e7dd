import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, Input, Label, SearchField } from 'react-aria-components';
import { formatDate } from '../../../i18n/index.ts';
import { RELATIONS, type Relation } from '../../../vocabulary/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { type LineageRow, useAddLink } from '../../data/lineage.ts';
import { registerQuery } from '../../data/queries.ts';
import { Choice } from '../../parts/choice.tsx';
import { Window } from '../../parts/dialog.tsx';
import { useErrorText } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';

/** Commitments shown to choose from. */
const SHOWN = 12;

/** Finds a commitment of another text by its words and joins it to this one. */
export function JoinWindow({ row, onClose }: { readonly row: LineageRow; readonly onClose: () => void }) {
  const { locale, t } = useSpeech();
  const say = useErrorText();
  const [words, setWords] = useState('');
  const [relation, setRelation] = useState<Relation>('continued');
  const found = useQuery({ ...registerQuery({ q: words.trim() }, 0), enabled: words.trim().length > 1 });
  const add = useAddLink();
  const others = (found.data?.rows ?? [])
    .filter(({ expressionId }) => expressionId !== row.expressionId)
    .slice(0, SHOWN);
  const join = (id: string) =>
    add.mutate(
      { commitments: [row.id, id], relation },
      {
        onSuccess: () => {
          toast({ text: t('link.added') });
          onClose();
        },
        onError: (error) => toast({ text: say(error), tone: 'failure' }),
      },
    );
  return (
    <Window title={t('thread.join')} open onClose={onClose}>
      <div className="form">
        <Choice
          label={t('thread.relation')}
          value={relation}
          values={RELATIONS}
          name={(each) => t(`relation.${each}`)}
          onChange={setRelation}
        />
        <SearchField className="field" value={words} onChange={setWords} autoFocus>
          <Label>{t('thread.join-search')}</Label>
          <Input className="field-input" />
        </SearchField>
        {found.data && <p className="small soft">{t('thread.join-found', { count: others.length })}</p>}
        <ul className="join-list">
          {others.map((other) => (
            <li key={other.id}>
              <Button className="join-choice" onPress={() => join(other.id)} isDisabled={add.isPending}>
                <span className="small soft" dir="auto">
                  {other.workDate && formatDate(locale, other.workDate)} · {other.workTitle}
                </span>
                <span lang={other.language} dir="auto">
                  {other.quote}
                </span>
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </Window>
  );
}

import { Lock } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import { useSpeech } from '../../app/locale.tsx';
import type { AgendaItem, SeriesDetail, SeriesSession } from '../../data/series.ts';
import { newPartId } from '../../data/tasks.ts';
import { FormWindow } from '../../parts/form-window.tsx';
import { LinesField } from '../../parts/lines-field.tsx';
import { lacking } from '../../parts/missing.tsx';
import { SendButton } from '../../parts/send-button.tsx';
import { useSeriesText } from '../../parts/series-text.ts';
import { WordsField } from '../../parts/words-field.tsx';
import { About, Item } from './item.tsx';
import { NoteWindow } from './item-windows.tsx';
import type { SeriesProps } from './use-series.ts';

/** What the seat's own tasks bring up, each put on the agenda with one press. */
function Proposed({ detail, act }: SeriesProps) {
  const { t } = useSpeech();
  const { proposals } = detail;
  if (proposals.length === 0 || !detail.actions.includes('add-item')) return null;
  const add = (item: (typeof proposals)[number]) =>
    act({ type: 'add-item', item: { ...item, id: newPartId(), text: item.text.slice(0, 1_000) } });
  return (
    <section className="proposed" aria-labelledby="proposed">
      <h3 id="proposed">{t('series.proposed')}</h3>
      <ul>
        {proposals.map((item) => (
          <li key={item.id}>
            <span className={`reason ${item.why}`}>{t(`item-reason.${item.why}`)}</span>
            <About detail={detail} item={{ tasks: item.tasks, commitments: [] }} />
            <Button className="button small" onPress={() => void add(item)}>
              {t('series.put-on')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function AddItem({ act }: Pick<SeriesProps, 'act'>) {
  const { t } = useSpeech();
  const [text, setText] = useState('');
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    const item = { id: newPartId(), text: text.trim(), tasks: [], commitments: [], why: 'other' as const };
    if (await act({ type: 'add-item', item })) setText('');
  };
  return (
    <form className="add-item" onSubmit={(event) => void add(event)}>
      <WordsField label={t('series-action.add-item')} value={text} onChange={setText} />
      <SendButton className="button" missing={lacking([text.trim() !== '', t('series-action.add-item')])}>
        {t('series-action.add-item')}
      </SendButton>
    </form>
  );
}

/** The minutes as a whole, and the end of the session. */
function Closing({ detail, act, session }: SeriesProps & { readonly session: SeriesSession }) {
  const { t } = useSpeech();
  const [minutes, setMinutes] = useState(session.minutes);
  const [ending, setEnding] = useState(false);
  const [noting, setNoting] = useState(false);
  if (!detail.actions.includes('end')) return null;
  return (
    <div className="closing">
      <LinesField label={t('series.minutes')} value={minutes} rows={4} onChange={setMinutes} />
      <p className="soft small">{t('series.minutes-explain')}</p>
      <p className="item-actions">
        <Button
          className="button"
          isDisabled={minutes === session.minutes}
          onPress={() => void act({ type: 'write-minutes', text: minutes })}
        >
          {t('series.minutes-save')}
        </Button>
        <Button className="button quiet" onPress={() => setNoting(true)}>
          <Lock size={13} aria-hidden />
          {t('series.note-add')}
        </Button>
        <Button className="button" onPress={() => setEnding(true)}>
          {t('series-action.end')}
        </Button>
      </p>
      {noting && <NoteWindow detail={detail} about={session.id} onClose={() => setNoting(false)} />}
      {ending && (
        <FormWindow
          title={t('series-action.end')}
          save={t('series-action.end')}
          onClose={() => setEnding(false)}
          onSave={() => act({ type: 'end' })}
        >
          <p>{t('series.confirm-end')}</p>
        </FormWindow>
      )}
    </div>
  );
}

function swapped(agenda: readonly string[], at: number, to: number): string[] {
  const order = [...agenda];
  [order[at], order[to]] = [order[to] ?? '', order[at] ?? ''];
  return order;
}

/** The open session: its agenda in order, what is agreed and decided, what is proposed for it, its minutes. */
export function Agenda({ detail, act, session }: SeriesProps & { readonly session: SeriesSession }) {
  const { t } = useSpeech();
  const say = useSeriesText();
  const { agenda } = session;
  const items = agenda.flatMap((id): AgendaItem[] => detail.items.filter((item) => item.id === id));
  const carried = (id: string) => detail.sessions.some((one) => one.id !== session.id && one.agenda.includes(id));
  const note = detail.notes.find(({ about }) => about === session.id);
  const move = (at: number, to: number) =>
    to < 0 || to >= agenda.length ? null : () => void act({ type: 'order', agenda: swapped(agenda, at, to) });
  return (
    <section className="workspace" aria-labelledby="agenda">
      <h2 id="agenda">
        {t('series.agenda')} <span className="soft">{say.session(session)}</span>
      </h2>
      {note && (
        <p className="own-note small" dir="auto">
          <Lock size={12} aria-hidden /> {t('series.note')}: {note.text}
        </p>
      )}
      {items.length === 0 && <p className="soft">{t('series.agenda-empty')}</p>}
      <ol className="agenda">
        {items.map((item, at) => (
          <Item
            key={item.id}
            detail={detail}
            act={act}
            item={item}
            carried={carried(item.id)}
            move={{ up: move(at, at - 1), down: move(at, at + 1) }}
          />
        ))}
      </ol>
      {detail.actions.includes('add-item') && <AddItem act={act} />}
      <Proposed detail={detail} act={act} />
      <Closing key={session.id} detail={detail} act={act} session={session} />
    </section>
  );
}

/** Whether the page has a session to work on. */
export function openSession({ sessions }: SeriesDetail): SeriesSession | null {
  return sessions.find(({ stage }) => stage === 'open') ?? null;
}

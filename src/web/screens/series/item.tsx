import { Link } from '@tanstack/react-router';
import { ArrowDown, ArrowUp, Lock } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { agreesTo, OPEN_SEAT } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { AgendaItem, SeriesDetail } from '../../data/series.ts';
import { useSession } from '../../data/session.ts';
import { useAsOf } from '../../parts/as-of.tsx';
import { useSeriesText } from '../../parts/series-text.ts';
import { Decisions } from './decisions.tsx';
import { DecideWindow, NoteWindow, TextWindow } from './item-windows.tsx';
import type { SeriesProps } from './use-series.ts';

/** The tasks and commitments an item is about, as far as the seat may see them. */
export function About({
  detail,
  item,
}: {
  readonly detail: SeriesDetail;
  readonly item: Pick<AgendaItem, 'tasks' | 'commitments'>;
}) {
  const { t } = useSpeech();
  const asOf = useAsOf();
  const tasks = detail.tasks.filter(({ task_id }) => item.tasks.includes(task_id));
  const named = detail.named.filter(({ id }) => item.commitments.includes(id));
  return (
    <ul className="item-about small">
      {tasks.map((row) => (
        <li key={row.task_id}>
          <Link to="/tasks/$id" params={{ id: row.task_id }} search={{ asOf }} dir="auto">
            {row.title}
          </Link>{' '}
          <span className={`timeliness ${row.timeliness}`}>{t(`timeliness.${row.timeliness}`)}</span>
        </li>
      ))}
      {named.map(({ id, quote, language }) => (
        <li key={id}>
          <Link to="/commitments/$id" params={{ id }} search={{ asOf }}>
            <q lang={language} dir="auto">
              {quote.length > 200 ? `${quote.slice(0, 200).toWellFormed()} …` : quote}
            </q>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** What the minutes say of an item, and who agreed to it. */
function Minute({ detail, act, item }: SeriesProps & { readonly item: AgendaItem }) {
  const { t } = useSpeech();
  const say = useSeriesText();
  const party = useSession()?.seat?.party ?? null;
  if (item.minute === null) return null;
  const { text, agreed } = item.minute;
  const open = detail.parties.filter((side) => !agreed.includes(side));
  const mayAgree = detail.actions.includes('agree-minute') && !agreesTo(agreed, detail, { ...OPEN_SEAT, party });
  return (
    <blockquote className="minute">
      <p dir="auto">{text}</p>
      <p className="small soft">
        {agreed.length > 0 && t('series.minute-agreed', { who: say.parties(agreed) })}
        {open.length > 0 && <span> · {t('series.minute-open', { who: say.parties(open) })}</span>}
        {mayAgree && (
          <Button className="button small" onPress={() => void act({ type: 'agree-minute', item: item.id })}>
            {t('series-action.agree-minute')}
          </Button>
        )}
      </p>
    </blockquote>
  );
}

type Asking = 'minute' | 'decide' | 'close' | 'note' | null;

function Windows({
  detail,
  act,
  item,
  asking,
  onClose,
}: SeriesProps & { readonly item: AgendaItem; readonly asking: Asking; readonly onClose: () => void }) {
  const { t } = useSpeech();
  if (asking === 'decide') return <DecideWindow detail={detail} act={act} item={item} onClose={onClose} />;
  if (asking === 'note') return <NoteWindow detail={detail} about={item.id} onClose={onClose} />;
  if (asking === 'minute') {
    return (
      <TextWindow
        title={t('series-action.write-minute')}
        label={t('series.minute')}
        first={item.minute?.text ?? ''}
        onSave={(text) => act({ type: 'write-minute', item: item.id, text })}
        onClose={onClose}
      />
    );
  }
  if (asking !== 'close') return null;
  return (
    <TextWindow
      title={t('series-action.close-item')}
      label={t('series.close-note')}
      first=""
      onSave={(note) => act({ type: 'close-item', item: item.id, note })}
      onClose={onClose}
    />
  );
}

/** One item of the open agenda, with everything that can be done to it. */
export function Item({
  detail,
  act,
  item,
  carried,
  move,
}: SeriesProps & {
  readonly item: AgendaItem;
  /** It was on the agenda of an earlier session. */
  readonly carried: boolean;
  /** Puts it one place up or down; null where it cannot go there. */
  readonly move: Readonly<Record<'up' | 'down', (() => void) | null>>;
}) {
  const { t } = useSpeech();
  const [asking, setAsking] = useState<Asking>(null);
  const can = (type: (typeof detail.actions)[number]) => detail.actions.includes(type);
  const note = detail.notes.find(({ about }) => about === item.id);
  return (
    <li className={`agenda-item ${item.closed ? 'closed' : ''}`}>
      <p className="item-head">
        <b dir="auto">{item.text}</b>
        {item.why !== 'other' && <span className={`reason ${item.why}`}>{t(`item-reason.${item.why}`)}</span>}
        {carried && <span className="small soft">{t('series.carried')}</span>}
        {item.closed && <span className="small soft">{t('series.item-closed')}</span>}
        {can('order') && (
          <span className="item-move">
            {(['up', 'down'] as const).map((way) => (
              <Button
                key={way}
                className="button quiet icon small"
                aria-label={t(`series.${way}`)}
                isDisabled={move[way] === null}
                onPress={() => move[way]?.()}
              >
                {way === 'up' ? <ArrowUp size={14} aria-hidden /> : <ArrowDown size={14} aria-hidden />}
              </Button>
            ))}
          </span>
        )}
      </p>
      <About detail={detail} item={item} />
      {item.closed?.note && <p dir="auto">{item.closed.note}</p>}
      <Minute detail={detail} act={act} item={item} />
      <Decisions detail={detail} of={item.id} />
      {note && (
        <p className="own-note small" dir="auto">
          <Lock size={12} aria-hidden /> {t('series.note')}: {note.text}
        </p>
      )}
      <p className="item-actions">
        {can('write-minute') && (
          <Button className="button small" onPress={() => setAsking('minute')}>
            {t('series-action.write-minute')}
          </Button>
        )}
        {can('decide') && (
          <Button className="button small" onPress={() => setAsking('decide')}>
            {t('series-action.decide')}
          </Button>
        )}
        {can('close-item') && !item.closed && (
          <Button className="button small" onPress={() => setAsking('close')}>
            {t('series-action.close-item')}
          </Button>
        )}
        {can('add-item') && (
          <Button className="button small quiet" onPress={() => setAsking('note')}>
            <Lock size={12} aria-hidden />
            {t('series.note-add')}
          </Button>
        )}
      </p>
      <Windows detail={detail} act={act} item={item} asking={asking} onClose={() => setAsking(null)} />
    </li>
  );
}

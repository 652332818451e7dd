import { Link } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useSpeech } from '../../app/locale.tsx';
import { type SeriesDetail, useTakeUp } from '../../data/series.ts';
import { useAsOf } from '../../parts/as-of.tsx';
import { useSeriesText } from '../../parts/series-text.ts';
import { useErrorText } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';
import { useUnitNames } from '../../parts/unit-field.tsx';

type Decision = SeriesDetail['decisions'][number];

/** What a decision asks for, in words. */
function Asked({ detail, asked }: { readonly detail: SeriesDetail; readonly asked: Decision['proposes'][number] }) {
  const { t } = useSpeech();
  const say = useSeriesText();
  const unitName = useUnitNames();
  const asOf = useAsOf();
  const task = detail.tasks.find(({ task_id }) => task_id === asked.task);
  return (
    <>
      {t(`proposed.${asked.type}`)}
      {asked.unit && <span dir="auto"> · {unitName(asked.unit)}</span>}
      {asked.day && <span> · {say.day(asked.day)}</span>}
      {task && (
        <>
          {' · '}
          <Link to="/tasks/$id" params={{ id: task.task_id }} search={{ asOf }} dir="auto">
            {task.title}
          </Link>
        </>
      )}
    </>
  );
}

function Proposal({
  detail,
  decision,
  at,
}: {
  readonly detail: SeriesDetail;
  readonly decision: Decision;
  readonly at: number;
}) {
  const { t } = useSpeech();
  const say = useErrorText();
  const { mutateAsync, isPending } = useTakeUp(detail.id);
  const asked = decision.proposes[at];
  if (asked === undefined) return null;
  const take = (done: boolean) =>
    mutateAsync({ version: detail.version, decision: decision.id, proposal: at, done }).catch((error) =>
      toast({ text: say(error), tone: 'failure' }),
    );
  const open = !decision.taken.includes(at);
  const offered = open && asked.mine && detail.actions.includes('take-up');
  return (
    <li className="small">
      <Asked detail={detail} asked={asked} />
      {!open && (
        <b className="taken">
          <Check size={13} aria-hidden /> {t('series.taken')}
        </b>
      )}
      {open && !asked.mine && <span className="soft">{t('series.theirs')}</span>}
      {offered && asked.type !== 'settle' && (
        <Button className="button small" isDisabled={isPending} onPress={() => void take(false)}>
          {t('series.take-up')}
        </Button>
      )}
      {offered && (
        <Button className="button small quiet" isDisabled={isPending} onPress={() => void take(true)}>
          {t('series.tick-off')}
        </Button>
      )}
    </li>
  );
}

/** The decisions on an item; without one, those of earlier sessions that ask for something nobody has taken up. */
export function Decisions({ detail, of }: { readonly detail: SeriesDetail; readonly of: string | null }) {
  const { t } = useSpeech();
  const waiting = ({ proposes, taken }: Decision) => taken.length < proposes.length;
  const shown = detail.decisions.filter((one) =>
    of === null ? one.session !== detail.open?.id && waiting(one) : one.item === of,
  );
  if (shown.length === 0) return null;
  return (
    <section>
      {of === null && <h2>{t('series.decisions')}</h2>}
      <ul className="decisions">
        {shown.map((decision) => (
          <li key={decision.id}>
            <p dir="auto">
              <span className="small soft">{t('series.decision')}</span> {decision.text}
            </p>
            <ul className="proposals">
              {decision.proposes.map((asked, at) => (
                <Proposal key={`${asked.type}${asked.task}${asked.unit}`} detail={detail} decision={decision} at={at} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { Button } from 'react-aria-components';
import { formatDate } from '../../../i18n/index.ts';
import type { FollowingType } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { TaskDetail, TaskState } from '../../data/tasks.ts';
import { useUnitNames } from '../../parts/unit-field.tsx';
import { EvidenceLine } from './evidence-line.tsx';

type Offer = (type: FollowingType, part: string) => void;

/** The actions that are about one part, where the seat can do them. */
function PartActions({
  detail,
  types,
  part,
  offer,
}: {
  readonly detail: TaskDetail;
  readonly types: readonly FollowingType[];
  readonly part: string;
  readonly offer: Offer;
}) {
  const { t } = useSpeech();
  const open = types.filter((type) => detail.actions.includes(type));
  if (open.length === 0) return null;
  return (
    <p className="part-actions">
      {open.map((type) => (
        <Button key={type} className="button small" onPress={() => offer(type, part)}>
          {t(`task-action.${type}`)}
        </Button>
      ))}
    </p>
  );
}

const REPORT_ACTIONS: Readonly<Record<TaskState['reports'][number]['stage'], readonly FollowingType[]>> = {
  draft: ['draft', 'submit', 'forward'],
  submitted: ['forward', 'return'],
  forwarded: ['take', 'return'],
  returned: ['draft', 'submit', 'forward'],
  taken: [],
};

/** The reports of a task, the newest first. */
export function Reports({ detail, offer }: { readonly detail: TaskDetail; readonly offer: Offer }) {
  const { locale, t } = useSpeech();
  const nameOf = useUnitNames();
  return (
    <ul className="task-parts">
      {detail.state.reports.toReversed().map((report) => (
        <li key={report.id} className="task-part">
          <p className="part-head">
            <span className={`stage ${report.stage}`}>{t(`report-stage.${report.stage}`)}</span>
            <span>{nameOf(report.unit)}</span>
            <span className="soft small">{formatDate(locale, report.at.slice(0, 10))}</span>
            <span className="soft small">{t(`step.${report.step}`)}</span>
            {report.done && <b className="small">{t('task.says-done')}</b>}
          </p>
          <p dir="auto">{report.text}</p>
          {report.returned && (
            <p className="failure-text small" dir="auto">
              {t(`return-reason.${report.returned.reason}`)} {report.returned.note}
            </p>
          )}
          <ul className="evidence">
            {report.evidence.map((one) => (
              <li key={`${one.kind}${one.kind === 'file' ? one.sha256 : one.title}`}>
                <EvidenceLine detail={detail} one={one} />
              </li>
            ))}
          </ul>
          <PartActions detail={detail} types={REPORT_ACTIONS[report.stage]} part={report.id} offer={offer} />
        </li>
      ))}
    </ul>
  );
}

/** What stands in the way, open ones first. */
export function Obstacles({ detail, offer }: { readonly detail: TaskDetail; readonly offer: Offer }) {
  const { locale, t } = useSpeech();
  const nameOf = useUnitNames();
  const sorted = detail.state.obstacles.toSorted((a, b) => Number(a.cleared) - Number(b.cleared));
  return (
    <ul className="task-parts">
      {sorted.map((obstacle) => (
        <li key={obstacle.id} className={`task-part ${obstacle.cleared ? 'cleared' : ''}`}>
          <p className="part-head">
            <span className="stage">{t(`obstacle.${obstacle.kind}`)}</span>
            {obstacle.to && <span>{t('task.put-to', { unit: nameOf(obstacle.to) })}</span>}
            {obstacle.limit && (
              <span className="soft small">{t('task.by-day', { day: formatDate(locale, obstacle.limit) })}</span>
            )}
          </p>
          <p dir="auto">{obstacle.text}</p>
          {obstacle.answer && (
            <blockquote className="answer" dir="auto">
              {obstacle.answer.text}
            </blockquote>
          )}
          {!obstacle.cleared && (
            <PartActions
              detail={detail}
              types={obstacle.answer ? ['clear'] : ['answer', 'clear']}
              part={obstacle.id}
              offer={offer}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

/** Requests for more time, and urgings with their replies. */
export function Chasing({ detail, offer }: { readonly detail: TaskDetail; readonly offer: Offer }) {
  const { locale, t } = useSpeech();
  const { requests, urgings } = detail.state;
  return (
    <ul className="task-parts">
      {requests.map((request) => (
        <li key={request.id} className="task-part">
          <p className="part-head">
            <span className="stage">{t('task.asks-until', { day: formatDate(locale, request.to) })}</span>
            {request.granted && <b>{t('task.granted-until', { day: formatDate(locale, request.granted) })}</b>}
            {request.refused && <b>{t('task.refused')}</b>}
          </p>
          <p dir="auto">{request.reason}</p>
          {request.granted === null && !request.refused && (
            <PartActions detail={detail} types={['grant', 'refuse']} part={request.id} offer={offer} />
          )}
        </li>
      ))}
      {urgings.map((urging) => (
        <li key={urging.id} className="task-part">
          <p className="part-head">
            <span className="stage">{t('task.urged', { level: urging.level })}</span>
            <span className="soft small">{formatDate(locale, urging.at.slice(0, 10))}</span>
          </p>
          <p dir="auto">{urging.text}</p>
          {urging.reply ? (
            <blockquote className="answer" dir="auto">
              {urging.reply.text}
            </blockquote>
          ) : (
            <PartActions detail={detail} types={['reply']} part={urging.id} offer={offer} />
          )}
        </li>
      ))}
    </ul>
  );
}

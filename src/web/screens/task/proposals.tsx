import { useQuery } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import { formatDate } from '../../../i18n/index.ts';
import type { MilestoneKind } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { proposalsQuery } from '../../data/tasks.ts';

/** The steps that the verbs of the task's commitments ask for, to be taken over one by one or all together. No day comes with them. */
export function ProposedSteps({
  task,
  taken,
  onTake,
}: {
  readonly task: string;
  readonly taken: readonly MilestoneKind[];
  readonly onTake: (kinds: readonly MilestoneKind[]) => void;
}) {
  const { locale, t } = useSpeech();
  const { data } = useQuery(proposalsQuery(task));
  const some = data?.filter(({ milestones }) => milestones.some((kind) => !taken.includes(kind))) ?? [];
  return (
    <>
      {some.map(({ commitment, family, action, language, milestones }) => {
        const open = milestones.filter((kind) => !taken.includes(kind));
        return (
          <div key={commitment} className="proposal">
            <p className="small">
              {t('propose.steps', { family: family?.[locale] ?? '' })}{' '}
              <q lang={language} dir="auto">
                {action}
              </q>
            </p>
            <p className="part-actions">
              {open.map((kind) => (
                <Button key={kind} className="button small" onPress={() => onTake([kind])}>
                  + {t(`milestone.${kind}`)}
                </Button>
              ))}
              {open.length > 1 && (
                <Button className="button small" onPress={() => onTake(open)}>
                  {t('propose.all')}
                </Button>
              )}
            </p>
          </div>
        );
      })}
    </>
  );
}

/** The last days that rules propose where a text names none, each with its rule and where that comes from. */
export function ProposedDays({
  task,
  onTake,
}: {
  readonly task: string;
  readonly onTake: (due: { readonly day: string; readonly rule: string }) => void;
}) {
  const { locale, t } = useSpeech();
  const { data } = useQuery(proposalsQuery(task));
  const dues = (data ?? []).flatMap(({ due }) => (due === null ? [] : [due]));
  const once = dues.filter(
    (due, index) => dues.findIndex(({ rule, day }) => rule === due.rule && day === due.day) === index,
  );
  return (
    <>
      {once.map((due) => (
        <div key={`${due.rule}${due.day}`} className="proposal">
          <p className="small">
            {t('propose.day', { day: formatDate(locale, due.day), rule: due.rule })}{' '}
            <span className="soft">{due.source}</span>
          </p>
          <Button className="button small" onPress={() => onTake(due)}>
            {t('propose.take')}
          </Button>
        </div>
      ))}
    </>
  );
}

/** How the texts ask for reports, in their own words: the period is for a person to set. */
export function ReportWords({ task }: { readonly task: string }) {
  const { t } = useSpeech();
  const { data } = useQuery(proposalsQuery(task));
  const words = [...new Set((data ?? []).flatMap(({ reportWords }) => reportWords ?? []))];
  if (words.length === 0) return null;
  return (
    <p className="small soft">
      {t('propose.report-words')}{' '}
      {words.map((one) => (
        <q key={one} dir="auto">
          {one}
        </q>
      ))}
    </p>
  );
}

import type { Block, PaperTable } from '../model.ts';
import type { PaperFacts, PaperHead, PaperTask } from './facts.ts';
import { capital, stopless, type Voice } from './say.ts';

/** What a paper says between head and foot. */
export interface Content {
  readonly subject: string;
  readonly body: readonly Block[];
}

/** Names of the works that tasks come from, the earliest first, each once. */
function worksOf({ tasks }: PaperFacts, { t, day, workName }: Voice): string[] {
  const all = tasks
    .flatMap(({ commitments }) => commitments)
    .toSorted((a, b) => (a.date ?? '').localeCompare(b.date ?? ''));
  return [
    ...new Set(
      all.map(({ date, ...named }) =>
        date === null ? workName(named) : t('paper.work-of', { work: workName(named), day: day(date) }),
      ),
    ),
  ];
}

/** Works named in a sentence; the others are in the table. */
const NAMED = 3;

/** A dispatch that gives units their tasks: what, by whom, with whom, by when, to what product. */
export function dispatch(facts: PaperFacts, { issuer }: PaperHead, voice: Voice): Content {
  const { t } = voice;
  const works = worksOf(facts, voice);
  const named = works.slice(0, NAMED).join('; ');
  return {
    subject: t('paper.dispatch-subject', {
      works: stopless(works[0] ?? t('paper.commitments')),
      more: Math.max(0, works.length - 1),
    }),
    body: [
      {
        kind: 'paragraph',
        cites: [],
        text: t('paper.dispatch-opening', {
          works: named || t('paper.commitments'),
          issuer: issuer.name,
          count: facts.tasks.length,
        }),
      },
      { kind: 'table', table: taskTable(facts.tasks, voice) },
      { kind: 'paragraph', cites: [], text: t('paper.dispatch-plan') },
      { kind: 'paragraph', cites: [], text: t('paper.dispatch-obstacles', { issuer: issuer.name }) },
    ],
  };
}

function taskTable(tasks: readonly PaperTask[], { locale, t, day, cite }: Voice): PaperTable {
  const columns = [
    { title: t('paper.col-number'), share: 8, centred: true as const },
    { title: t('paper.col-task'), share: 42 },
    { title: t('paper.col-lead'), share: 16 },
    { title: t('paper.col-partners'), share: 17 },
    { title: t('paper.col-due'), share: 13, centred: true as const },
  ];
  const rows = tasks.map((task, index) => [
    [String(index + 1)],
    [
      capital(locale, task.title),
      ...task.commitments.map((one) => `“${one.quote}” (${cite(one).label})`),
      ...(task.product === '' ? [] : [t('paper.product', { product: task.product })]),
    ],
    [task.lead],
    task.partners.length === 0 ? [''] : task.partners,
    [task.due === null ? t('paper.no-day') : day(task.due)],
  ]);
  return { columns, rows };
}

/** A letter over all a unit leads that is overdue: what binds, how late it is, how often it was urged and what it replied. */
export function urging(facts: PaperFacts, { answerBy }: PaperHead, voice: Voice): Content {
  const { t, day, cite } = voice;
  const { tasks, more } = facts;
  const columns = [
    { title: t('paper.col-number'), share: 8, centred: true as const },
    { title: t('letter.item'), share: 48 },
    { title: t('letter.due'), share: 18, centred: true as const },
    { title: t('letter.so-far'), share: 26 },
  ];
  const rows = tasks.map(({ title, commitments, due, late, urged, reply }, index) => [
    [String(index + 1)],
    [capital(voice.locale, title), ...commitments.map((one) => `“${one.quote}” (${cite(one).label})`)],
    [due === null ? '' : day(due), t('letter.late', { count: late })],
    [t('letter.urged', { count: urged }), ...(reply === null ? [] : [`“${reply}”`])],
  ]);
  return {
    subject: t('paper.urging-subject', { count: tasks.length + more }),
    body: [
      { kind: 'paragraph', cites: [], text: t('letter.opening', { count: tasks.length + more, day: day(facts.day) }) },
      { kind: 'table', table: { columns, rows } },
      ...(more === 0 ? [] : [{ kind: 'paragraph' as const, cites: [], text: t('letter.more', { count: more }) }]),
      { kind: 'paragraph', cites: [], text: t('letter.request', { day: answerBy === null ? '……' : day(answerBy) }) },
    ],
  };
}

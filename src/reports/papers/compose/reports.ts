import type { Block } from '../model.ts';
import { obstaclesOf } from './annex.ts';
import type { PaperFacts, PaperTask } from './facts.ts';
import { byDirection, bySector, countsOf, isDisputed, isDone, isEnded, isLate, isStuck } from './groups.ts';
import type { Content } from './letters.ts';
import { stopless, type Voice } from './say.ts';

function heading(text: string, level: 1 | 2 = 1): Block {
  return { kind: 'heading', level, text };
}

function counted(facts: PaperFacts, { t, day }: Voice): Block {
  const { all, ...counts } = countsOf(facts);
  const whose = facts.unit === null ? 'paper.counts-side' : 'paper.counts-unit';
  return {
    kind: 'paragraph',
    cites: [],
    text: t(whose, { day: day(facts.day), unit: facts.unit ?? '', count: all, ...counts }),
  };
}

function items(tasks: readonly PaperTask[], voice: Voice, more: (task: PaperTask) => string, none: string): Block[] {
  if (tasks.length === 0) return [{ kind: 'paragraph', cites: [], text: none }];
  return tasks.map((task) => ({ kind: 'item', ...voice.task(task, more(task)) }));
}

function doneText({ t, day }: Voice): (task: PaperTask) => string {
  return ({ ended, report }) =>
    [
      ended === null ? '' : t('paper.done-on', { day: day(ended) }),
      report === null || report.evidence.length === 0 ? '' : t('paper.evidence', { list: report.evidence.join('; ') }),
    ]
      .filter((part) => part !== '')
      .join('; ');
}

function heldUp(voice: Voice): (task: PaperTask) => string {
  const { t } = voice;
  return (task) =>
    [
      isLate(task) ? t('paper.late-since', { day: voice.day(task.due ?? ''), count: task.late }) : '',
      isDisputed(task) ? t('paper.disputed', { note: stopless(task.dispute ?? '') }) : '',
      ...obstaclesOf(voice, task),
    ]
      .filter((part) => part !== '')
      .join('; ');
}

function movingText(voice: Voice): (task: PaperTask) => string {
  return ({ report, due }) =>
    [
      report === null ? '' : stopless(report.text),
      due === null ? voice.t('paper.due-none') : voice.t('paper.due-on', { day: voice.day(due) }),
    ]
      .filter((part) => part !== '')
      .join('; ');
}

const isHeldUp = (task: PaperTask) => isLate(task) || isStuck(task) || isDisputed(task) || isEnded(task);

/** What the tasks ask of others: the obstacles put to somebody that have no answer. */
function proposals({ tasks }: PaperFacts, { t }: Voice): Block[] {
  const asked = tasks.flatMap(({ title, obstacles, commitments }) =>
    obstacles.filter(({ answer }) => answer === null).map(({ text, to }) => ({ title, text, to, commitments })),
  );
  return asked.map(({ title, text, to }) => ({
    ...{ kind: 'item', cites: [] },
    text: t('paper.asks', { unit: to ?? t('paper.whom-it-concerns'), text: stopless(text), task: stopless(title) }),
  }));
}

function subjectOf(facts: PaperFacts, { t, day }: Voice): string {
  if (facts.period === null) return t('paper.report-subject-day', { day: day(facts.day) });
  const { name, from, to } = facts.period;
  return t('paper.report-subject', { period: t(`period.${name}`).toLocaleLowerCase(), from: day(from), to: day(to) });
}

/** A unit's report for a period: results, what is held up and why, what it asks for; every commitment in the annex. */
export function periodicReport(facts: PaperFacts, voice: Voice): Content {
  const { t } = voice;
  const { tasks } = facts;
  const asked = proposals(facts, voice);
  return {
    subject: subjectOf(facts, voice),
    body: [
      heading(t('paper.h-results')),
      counted(facts, voice),
      ...items(tasks.filter(isDone), voice, doneText(voice), t('paper.none-done')),
      ...tasks
        .filter((task) => !isDone(task) && !isHeldUp(task))
        .map((task): Block => ({ kind: 'item', ...voice.task(task, movingText(voice)(task)) })),
      heading(t('paper.h-held-up')),
      ...items(
        tasks.filter((task) => !isDone(task) && isHeldUp(task)),
        voice,
        heldUp(voice),
        t('paper.none-held-up'),
      ),
      heading(t('paper.h-proposals')),
      ...asked,
      { kind: 'paragraph', cites: [], text: t(asked.length === 0 ? 'paper.no-proposals' : 'paper.see-annex') },
    ],
  };
}

/** A report to those who decide: how it stands, what is held up, what they are asked to decide. */
export function leadersReport(facts: PaperFacts, voice: Voice): Content {
  const { t } = voice;
  const { tasks } = facts;
  const disputed = tasks.filter(isDisputed);
  const held = tasks.filter((task) => !isDone(task) && !isDisputed(task) && isHeldUp(task));
  const asked = proposals(facts, voice);
  return {
    subject: subjectOf(facts, voice),
    body: [
      heading(t('paper.h-overview')),
      counted(facts, voice),
      ...[...bySector(tasks)].map(([sector, own]): Block => {
        const { all, ...counts } = countsOf({ tasks: own });
        return {
          kind: 'item',
          cites: [],
          text: t('paper.counts-sector', { sector: t(`sector.${sector}`), count: all, ...counts }),
        };
      }),
      heading(t('paper.h-held-up')),
      ...items(held, voice, heldUp(voice), t('paper.none-held-up')),
      ...(disputed.length === 0
        ? []
        : [heading(t('paper.h-disputed'), 2), ...items(disputed, voice, heldUp(voice), '')]),
      heading(t('paper.h-to-decide')),
      ...asked,
      { kind: 'paragraph', cites: [], text: t(asked.length === 0 ? 'paper.no-proposals' : 'paper.leaders-close') },
    ],
  };
}

const GROUPS = [
  ['paper.h-done', isDone, doneText],
  ['paper.h-moving', (task: PaperTask) => !isDone(task) && !isHeldUp(task), movingText],
  ['paper.h-stuck', (task: PaperTask) => !isDone(task) && !isDisputed(task) && isHeldUp(task), heldUp],
  ['paper.h-disputed', isDisputed, heldUp],
] as const;

/** What to know before a session, direction by direction: done, moving, stuck, disputed, and what is proposed. */
export function sessionBrief(facts: PaperFacts, voice: Voice): Content {
  const { t } = voice;
  const directions = byDirection(facts).flatMap(({ direction, tasks: own }): Block[] => [
    heading(direction?.names[voice.locale] ?? t('paper.no-direction')),
    ...GROUPS.flatMap(([id, test, text]): Block[] => {
      const found = own.filter(test);
      return found.length === 0 ? [] : [heading(t(id), 2), ...items(found, voice, text(voice), '')];
    }),
  ]);
  const agenda = (facts.session?.items ?? []).filter(({ closed }) => !closed);
  const asked = proposals(facts, voice);
  return {
    subject: t('paper.session-subject', { session: sessionName(facts, voice) }),
    body: [
      counted(facts, voice),
      ...directions,
      heading(t('paper.h-proposed')),
      ...agenda.map(
        ({ text, quotes }): Block => ({
          kind: 'item',
          text: t('paper.on-agenda', { text: stopless(text) }),
          cites: quotes.slice(0, 1).map(voice.cite),
        }),
      ),
      ...asked,
      {
        kind: 'paragraph',
        cites: [],
        text: t(agenda.length + asked.length === 0 ? 'paper.no-proposals' : 'paper.session-close'),
      },
    ],
  };
}

/** The mechanism with its session's number. */
export function sessionName({ session }: PaperFacts, { locale, t }: Voice): string {
  if (session === null) return t('paper.next-session');
  const name = session.names[locale];
  return session.ordinal === null ? name : t('paper.session-of', { ordinal: session.ordinal, name });
}

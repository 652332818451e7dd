import type { Block } from '../model.ts';
import type { PaperFacts, PaperHead, PaperItem } from './facts.ts';
import { countsOf, isDisputed, isDone, isLate, isStuck } from './groups.ts';
import type { Content } from './letters.ts';
import { sessionName } from './reports.ts';
import { capital, stopless, type Voice, voiceIn } from './say.ts';

/** Minutes of both sides: the same words in two languages where both are known, and an open place where one is not. */
export function jointMinutes(
  facts: PaperFacts,
  { other }: PaperHead,
  voice: Voice,
): Content & { readonly otherSubject: string } {
  const second = voiceIn(other ?? voice.locale);
  const { session } = facts;
  const subjectIn = (one: Voice) => sessionName(facts, one);
  const items = session?.items ?? [];
  return {
    subject: subjectIn(voice),
    otherSubject: subjectIn(second),
    body: [
      { kind: 'pair', left: voice.t('paper.minutes-opening'), right: second.t('paper.minutes-opening') },
      ...items.flatMap((item, index) => itemPairs(item, index, voice, second)),
      ...(session === null || session.minutes === ''
        ? []
        : [{ kind: 'pair' as const, left: session.minutes, right: second.t('paper.to-translate') }]),
      { kind: 'pair', left: voice.t('paper.minutes-close'), right: second.t('paper.minutes-close') },
    ],
  };
}

function itemPairs(
  { text, minute, decisions, quotes }: PaperItem,
  index: number,
  voice: Voice,
  second: Voice,
): Block[] {
  const quoteIn = ({ locale, cite }: Voice) => {
    const own = quotes.find(({ language }) => language === locale);
    return own === undefined ? null : `“${own.quote}” (${cite(own).label})`;
  };
  const [left, right] = [quoteIn(voice), quoteIn(second)];
  const open = second.t('paper.to-translate');
  const said = [minute, ...decisions.map((one) => voice.t('paper.decided', { text: stopless(one) }))].filter(
    (one) => one !== null && one !== '',
  ) as string[];
  return [
    { kind: 'pair', strong: true, left: `${index + 1}. ${stopless(text)}`, right: `${index + 1}. ${open}` },
    ...(left === null && right === null
      ? []
      : [{ kind: 'pair' as const, left: left ?? voice.t('paper.to-translate'), right: right ?? open }]),
    ...said.map((one) => ({ kind: 'pair' as const, left: one, right: open })),
  ];
}

/** Lines a page takes in each part. */
const LINES = 4;
/** Characters of a task's name. */
const NAME = 110;

/** One page for who has one minute; every line says where it comes from. */
export function leadershipBrief(facts: PaperFacts, voice: Voice): Content {
  const { t, day, cite } = voice;
  const { all, ...counts } = countsOf(facts);
  const register = { commitment: null, label: t('paper.register-of', { day: day(facts.day) }) };
  const parts = [
    [
      'paper.h-to-decide',
      facts.tasks.filter(
        (task) => isDisputed(task) || (isStuck(task) && task.obstacles.some(({ answer }) => answer === null)),
      ),
    ],
    ['paper.h-late', facts.tasks.filter((task) => isLate(task) && !isDisputed(task) && !isStuck(task))],
    ['paper.h-done', facts.tasks.filter(isDone)],
  ] as const;
  return {
    subject:
      facts.session === null
        ? t('paper.brief-subject', { day: day(facts.day) })
        : t('paper.session-subject', { session: sessionName(facts, voice) }),
    body: [
      { kind: 'paragraph', text: t('paper.brief-counts', { count: all, ...counts }), cites: [register] },
      ...parts.flatMap(([id, tasks]): Block[] => {
        if (tasks.length === 0) return [];
        const shown = tasks.slice(0, LINES).map(
          (task): Block => ({
            kind: 'item',
            text: `${capital(voice.locale, shortened(task.title))} – ${task.lead}${task.due === null ? '' : `, ${day(task.due)}`}.`,
            cites: task.commitments.length === 0 ? [register] : task.commitments.slice(0, 1).map(cite),
          }),
        );
        const left = tasks.length - LINES;
        const more: Block[] =
          left <= 0 ? [] : [{ kind: 'item', text: t('paper.and-more', { count: left }), cites: [register] }];
        return [{ kind: 'heading', level: 1, text: t(id) }, ...shown, ...more];
      }),
    ],
  };
}

function shortened(text: string): string {
  const whole = stopless(text);
  if (whole.length <= NAME) return whole;
  return `${whole.slice(0, NAME).replace(/\s+\S*$/u, '')}…`;
}

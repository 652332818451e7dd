import { actorName, formatDate, type Translate, translate, translator } from '../../../i18n/index.ts';
import type { Locale } from '../../../kernel/index.ts';
import type { Citation, Said } from '../model.ts';
import type { PaperCommitment, PaperTask } from './facts.ts';

/** The voice of a paper: its language, and what every part of it says again and again. */
export interface Voice {
  readonly locale: Locale;
  readonly t: Translate;
  day(date: string): string;
  /** What a work is called in a text: its title, or its type and parties where that is long. */
  workName(work: Pick<PaperCommitment, 'work' | 'type' | 'parties'>): string;
  cite(commitment: PaperCommitment): Citation;
  /** The task's name, what is known of it in short, and the words that bind. */
  task(task: PaperTask, more?: string): Said;
  /** Where it stands on both axes. */
  standing(task: PaperTask): string;
}

/** Citations of one paragraph: more of them stand in the annex. */
const CITED = 2;

export function voiceIn(locale: Locale): Voice {
  const t = translator(locale);
  const day = (date: string) => (locale === 'vi' ? shortDay(date) : formatDate(locale, date));
  const workName = (one: Pick<PaperCommitment, 'work' | 'type' | 'parties'>) => nameOf(locale, one);
  const cite = ({ id, path, date, ...named }: PaperCommitment): Citation => ({
    commitment: id,
    label: [
      workName(named),
      path === '' ? '' : t('paper.at', { path }),
      date === null ? '' : t('paper.of-day', { day: day(date) }),
    ]
      .filter((part) => part !== '')
      .join(locale === 'zh' ? '，' : ', '),
  });
  return {
    ...{ locale, t, day, workName, cite },
    task: (task, more = '') => ({
      text: `${capital(locale, stopless(task.title))}${more === '' ? '' : `${locale === 'zh' ? '：' : ': '}${more}`}${locale === 'zh' ? '。' : '.'}`,
      cites: task.commitments.slice(0, CITED).map(cite),
    }),
    standing: (task) => standingOf(t, task),
  };
}

/** Characters of a title that a sentence bears. */
const TITLE = 72;

function nameOf(locale: Locale, { work, type, parties }: Pick<PaperCommitment, 'work' | 'type' | 'parties'>): string {
  if (work.length <= TITLE || parties.length === 0) return work;
  const named = parties.map((code) => actorName(locale, code)).join(locale === 'zh' ? '—' : ' - ');
  return translate(locale, 'paper.work-name', { type: translate(locale, `work-type.${type}`), parties: named });
}

/** 30/6/2026: as Vietnamese papers write a day within a text. */
function shortDay(date: string): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return `${day < 10 ? `0${day}` : day}/${month < 3 ? `0${month}` : month}/${year}`;
}

/** A task is often named by words out of the middle of a sentence. */
export function capital(locale: Locale, text: string): string {
  return text.slice(0, 1).toLocaleUpperCase(locale) + text.slice(1);
}

export function stopless(text: string): string {
  return text.replace(/[\s.;。；]+$/u, '');
}

function standingOf(t: Translate, { outcome, timeliness, lifecycle }: PaperTask): string {
  if (lifecycle === 'disputed') return t('lifecycle.disputed');
  if (outcome === 'broken' || outcome === 'dropped') return t(`outcome.${outcome}`);
  return t(`timeliness.${timeliness}`);
}

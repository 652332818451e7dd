import type { Annex, PaperTable } from '../model.ts';
import type { PaperFacts, PaperTask } from './facts.ts';
import { stopless, type Voice } from './say.ts';

/** Columns of the progress annex with their shares of the width. */
const COLUMNS = [
  ['paper.col-number', 4.5],
  ['paper.col-commitment', 22.5],
  ['paper.col-source', 11],
  ['paper.col-lead', 10],
  ['paper.col-partners', 10],
  ['paper.col-due', 9.5],
  ['paper.col-product', 10],
  ['paper.col-result', 14],
  ['paper.col-standing', 8.5],
  ['paper.col-obstacles', 11],
] as const;

/** Every commitment word for word with where it stands, who answers for it, by when, and what came of it. */
export function progressAnnex({ t, ...voice }: Voice, { tasks }: PaperFacts, size: Annex['size']): Annex {
  const all = { t, ...voice };
  let number = 0;
  const rows = tasks.flatMap((task) => {
    const kept = task.commitments.length === 0 ? [null] : task.commitments;
    return kept.map((commitment) => {
      number += 1;
      return [
        [String(number)],
        [commitment === null ? task.title : `“${commitment.quote}”`],
        [commitment === null ? '' : all.cite(commitment).label],
        [task.lead],
        task.partners.length === 0 ? [''] : task.partners,
        [task.due === null ? t('paper.no-day') : all.day(task.due)],
        [task.product],
        resultOf(all, task),
        [all.standing(task)],
        obstaclesOf(all, task),
      ];
    });
  });
  return { title: t('paper.annex-title'), size, table: { columns: columnsOf(t), rows } };
}

function columnsOf(t: Voice['t']): PaperTable['columns'] {
  return COLUMNS.map(([id, share], index) => ({
    ...{ title: t(id), share },
    ...((index === 0 || index === 5) && { centred: true as const }),
  }));
}

/** What was reported, and what shows it. */
export function resultOf({ t }: Voice, { report }: PaperTask): string[] {
  if (report === null) return [t('paper.no-report')];
  const shown = report.evidence.length === 0 ? [] : [t('paper.evidence', { list: report.evidence.join('; ') })];
  return [stopless(report.text), ...shown].filter((text) => text !== '');
}

/** What stands in the way, to whom it was put, and the answer. */
export function obstaclesOf({ t }: Voice, { obstacles }: PaperTask): string[] {
  const said = obstacles.map(({ text, to, answer }) =>
    [
      stopless(text),
      to === null ? '' : t('paper.put-to', { unit: to }),
      answer === null ? '' : t('paper.answered', { text: answer }),
    ]
      .filter((part) => part !== '')
      .join('; '),
  );
  return said.length === 0 ? [''] : said;
}

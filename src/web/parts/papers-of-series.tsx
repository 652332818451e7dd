import { foldForSearch } from '../../kernel/index.ts';
import type { PaperHeld } from '../data/exchange.ts';
import type { SeriesRow } from '../data/series.ts';
import { PapersHeld, waitsForUs } from './papers-held.tsx';
import { useSeriesText } from './series-text.ts';

const folded = (text: string) => foldForSearch(text).text.trim();

/** Whether a paper names a mechanism, in any of the forms and languages it has. */
function isOf({ heads }: PaperHeld, { names }: Pick<SeriesRow, 'names'>): boolean {
  const named = heads.map(({ content }) => folded(String(content.mechanism ?? '')));
  return Object.values(names).some((forms) => forms?.some((form) => named.includes(folded(form))));
}

/** What both sides hold together of one mechanism: sessions, who hosts them, agreed conclusions. */
export function PapersOfSeries({ series }: { readonly series: SeriesRow }) {
  const say = useSeriesText();
  return <PapersHeld only={(paper) => isOf(paper, series)} begins={{ mechanism: say.name(series) }} />;
}

/** Papers with the other side that wait for us, or that belong to no mechanism of the list. */
export function PapersAsking({ rows }: { readonly rows: readonly SeriesRow[] }) {
  const asks = (paper: PaperHeld, own: string) => waitsForUs(paper, own) || !rows.some((series) => isOf(paper, series));
  return <PapersHeld only={asks} quiet />;
}

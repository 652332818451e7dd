import { type SeriesDeed, type SeriesDetail, useActOnSeries } from '../../data/series.ts';
import { useErrorText } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';

/** Does something to the series on screen, naming the version it shows; says what went wrong. True where it was done. */
export function useDeeds(detail: SeriesDetail): (body: SeriesDeed) => Promise<boolean> {
  const say = useErrorText();
  const { mutateAsync } = useActOnSeries(detail.id);
  return async (body) => {
    try {
      await mutateAsync({ version: detail.version, body });
      return true;
    } catch (error) {
      toast({ text: say(error), tone: 'failure' });
      return false;
    }
  };
}

/** What the parts of the page are given. */
export interface SeriesProps {
  readonly detail: SeriesDetail;
  readonly act: (body: SeriesDeed) => Promise<boolean>;
}

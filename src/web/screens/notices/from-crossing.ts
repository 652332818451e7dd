import { useQuery } from '@tanstack/react-query';
import { useSpeech } from '../../app/locale.tsx';
import type { AlertFile } from '../../data/notices.ts';
import { useActOnWater, waterQuery } from '../../data/water.ts';

const KINDS = { above: null, below: null, rise: 'sudden-rise', fall: 'sudden-fall' } as const;

/** The crossing of a threshold that a notice is to be about, as the address names it. */
export interface Named {
  readonly water?: string | undefined;
  readonly threshold?: string | undefined;
  readonly instant?: string | undefined;
}

/** A notice that a crossing of a threshold begins, and what settles the crossing once it was sent; null while it is looked up. */
export function useCrossing({ water, threshold, instant }: Named) {
  const { locale, t } = useSpeech();
  const { mutateAsync } = useActOnWater();
  const row = useQuery({ ...waterQuery, enabled: water !== undefined }).data?.rows.find(({ id }) => id === water);
  const crossing = row?.open.find((one) => one.threshold === threshold && one.instant === instant);
  if (row === undefined || crossing === undefined) return null;
  const { station, parameter, unit, version, id } = row;
  const kind = row.state.thresholds.find((one) => one.id === threshold)?.kind;
  const value = `${crossing.value} ${unit}`;
  const place = station.name || station.id;
  const draft: NonNullable<AlertFile['draft']> = {
    type: 'water-emergency',
    mode: 'normal',
    texts: {
      [locale]: {
        headline: t('notices.crossing', { station: place, threshold: crossing.name, value }),
        instruction: '',
      },
    },
    fields: {
      place,
      observedAt: crossing.instant,
      ...(kind && KINDS[kind] && { kind: KINDS[kind] }),
      ...(parameter === 'level' && unit === 'm' && { level: crossing.value }),
      ...(parameter === 'level' && station.datum && { datum: station.datum }),
      ...(parameter === 'discharge' && { discharge: crossing.value }),
    },
    area: null,
    expires: null,
  };
  const settle = (notice: string) =>
    mutateAsync({
      id,
      version,
      body: { type: 'settle', threshold: crossing.threshold, instant: crossing.instant, notice, note: '' },
    });
  return { draft, settle };
}

import { useQuery } from '@tanstack/react-query';
import type { MouseEvent } from 'react';
import { useSpeech } from '../app/locale.tsx';
import './area-map.css';

export interface MapPlace {
  readonly latitude: number;
  readonly longitude: number;
}

export interface MappedArea {
  readonly name: string;
  readonly rings: readonly (readonly MapPlace[])[];
  readonly circles: readonly { readonly centre: MapPlace; readonly radius: number }[];
}

type Ring = readonly (readonly [longitude: number, latitude: number])[];

/** The coasts of the world (Natural Earth, 1:50 million), without any border; loaded with the first map. */
async function coasts(): Promise<readonly Ring[]> {
  const [{ feature }, { default: world }] = await Promise.all([
    import('topojson-client'),
    import('world-atlas/land-50m.json'),
  ]);
  const topology = world as unknown as Parameters<typeof feature>[0];
  const land = feature(topology, topology.objects.land as never) as unknown as {
    readonly features?: readonly { readonly geometry: { readonly coordinates: unknown } }[];
    readonly geometry?: { readonly coordinates: unknown };
  };
  const shapes = land.features?.map(({ geometry }) => geometry.coordinates) ?? [land.geometry?.coordinates];
  return (shapes as readonly (readonly (readonly Ring[])[])[]).flat(2);
}

const KM_PER_DEGREE = 111.32;
const [WIDTH, HEIGHT] = [480, 320];

export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** What is shown at first: the area with as much again around it, at least some hundred kilometres, so that coasts come into sight. */
export function boxOf({ rings, circles }: MappedArea): Box {
  const around = circles.flatMap(({ centre: { latitude, longitude }, radius }) => {
    const [up, side] = [radius / KM_PER_DEGREE, radius / (KM_PER_DEGREE * Math.max(0.05, Math.cos(rad(latitude))))];
    return [
      { latitude: latitude - up, longitude: longitude - side },
      { latitude: latitude + up, longitude: longitude + side },
    ];
  });
  const points = [...rings.flat(), ...around];
  const latitudes = points.map(({ latitude }) => latitude);
  const longitudes = points.map(({ longitude }) => longitude);
  const middle = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  const [latitude, longitude] = [middle(latitudes), middle(longitudes)];
  const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
  const shrink = Math.max(0.05, Math.cos(rad(latitude)));
  const high = Math.max(spread(latitudes) * 2, (spread(longitudes) * 2 * shrink * HEIGHT) / WIDTH, 6);
  const wide = (high * WIDTH) / HEIGHT / shrink;
  return {
    west: longitude - wide / 2,
    east: longitude + wide / 2,
    south: latitude - high / 2,
    north: latitude + high / 2,
  };
}

function rad(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

/**
 * Where an area is: its polygons and circles over the coasts, drawn here, without any tile from elsewhere. `view` is what is
 * shown, where it is not the area itself; `onPick` is given the place that is clicked.
 */
export function AreaMap({
  area,
  view,
  onPick,
}: {
  readonly area: MappedArea;
  readonly view?: Box;
  readonly onPick?: (place: MapPlace) => void;
}) {
  const { t } = useSpeech();
  const { data: land = [] } = useQuery({ queryKey: ['coasts'], queryFn: coasts, staleTime: Number.POSITIVE_INFINITY });
  if (!view && area.rings.length === 0 && area.circles.length === 0) return null;
  const box = view ?? boxOf(area);
  const pick = (event: MouseEvent<SVGSVGElement>) => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    const [across, down] = [(event.clientX - left) / width, (event.clientY - top) / height];
    // Four decimals are ten metres: more than a finger on a map can mean.
    const place = (value: number) => Math.round(value * 1e4) / 1e4;
    onPick?.({
      latitude: place(box.north - down * (box.north - box.south)),
      longitude: place(box.west + across * (box.east - box.west)),
    });
  };
  const x = (longitude: number) => ((longitude - box.west) / (box.east - box.west)) * WIDTH;
  const y = (latitude: number) => ((box.north - latitude) / (box.north - box.south)) * HEIGHT;
  const path = (ring: Ring) =>
    `${ring.map(([longitude, latitude], at) => `${at === 0 ? 'M' : 'L'}${x(longitude).toFixed(1)},${y(latitude).toFixed(1)}`).join('')}Z`;
  const near = land.filter((ring) =>
    ring.some(([longitude, latitude]) => {
      const [across, up] = [box.east - box.west, box.north - box.south];
      return (
        longitude > box.west - across &&
        longitude < box.east + across &&
        latitude > box.south - up &&
        latitude < box.north + up
      );
    }),
  );
  const lines = [0.25, 0.5, 0.75].map((share) => ({
    longitude: box.west + share * (box.east - box.west),
    latitude: box.south + share * (box.north - box.south),
  }));
  return (
    <figure className="area-map">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: every place can be typed beside the map */}
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t('water-page.map', { name: area.name })}
        className={onPick ? 'area-drawn' : ''}
        onClick={onPick && pick}
      >
        <path className="area-land" fillRule="evenodd" d={near.map(path).join('')} />
        {lines.map(({ latitude, longitude }) => (
          <g key={longitude} className="area-grid">
            <line x1={x(longitude)} x2={x(longitude)} y1={0} y2={HEIGHT} />
            <line x1={0} x2={WIDTH} y1={y(latitude)} y2={y(latitude)} />
            <text x={x(longitude) + 3} y={HEIGHT - 4}>
              {degrees(longitude, 'E', 'W')}
            </text>
            <text x={3} y={y(latitude) - 3}>
              {degrees(latitude, 'N', 'S')}
            </text>
          </g>
        ))}
        {area.rings.map((ring) => (
          <path
            key={JSON.stringify(ring[0])}
            className="area-shape"
            d={path(ring.map(({ latitude, longitude }) => [longitude, latitude] as const))}
          />
        ))}
        {area.rings.flat().map((place) => (
          <circle
            key={JSON.stringify(place)}
            className="area-corner"
            cx={x(place.longitude)}
            cy={y(place.latitude)}
            r={onPick ? 2.5 : 0}
          />
        ))}
        {area.circles.map(({ centre, radius }) => (
          <ellipse
            key={JSON.stringify(centre)}
            className="area-shape"
            cx={x(centre.longitude)}
            cy={y(centre.latitude)}
            rx={Math.max(
              3,
              (radius / (KM_PER_DEGREE * Math.max(0.05, Math.cos(rad(centre.latitude)))) / (box.east - box.west)) *
                WIDTH,
            )}
            ry={Math.max(3, (radius / KM_PER_DEGREE / (box.north - box.south)) * HEIGHT)}
          />
        ))}
      </svg>
      <figcaption className="soft small">{t('water-page.map-note')}</figcaption>
    </figure>
  );
}

function degrees(value: number, positive: string, negative: string): string {
  return `${Math.abs(value).toFixed(1)}° ${value < 0 ? negative : positive}`;
}

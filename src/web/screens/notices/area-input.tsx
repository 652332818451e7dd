import { Minus, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { type Position, parsePosition, positionText } from '../../../notices/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { NoticeRow } from '../../data/notices.ts';
import { AreaMap, type Box, boxOf } from '../../parts/area-map.tsx';
import { LinesField } from '../../parts/lines-field.tsx';
import { WordsField } from '../../parts/words-field.tsx';

/** A shape as it is typed: the words stay as they are while they are no place yet. */
type Shape = { readonly id: string } & (
  | { readonly kind: 'circle'; readonly centre: string; readonly radius: string }
  | { readonly kind: 'ring'; readonly corners: string }
);
type Area = NonNullable<NoticeRow['notice']['area']>;

const newId = () => crypto.randomUUID();

const WORLD: Box = { west: 60, east: 150, south: -15, north: 45 };

function shapesOf({ rings, circles }: Area): Shape[] {
  return [
    ...rings.map((ring): Shape => ({ id: newId(), kind: 'ring', corners: ring.map(positionText).join('\n') })),
    ...circles.map(
      ({ centre, radius }): Shape => ({
        id: newId(),
        kind: 'circle',
        centre: positionText(centre),
        radius: String(radius),
      }),
    ),
  ];
}

function linesOf(corners: string): string[] {
  return corners.split('\n').filter((line) => line.trim() !== '');
}

function radiusOf(text: string): number | null {
  const number = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(number) || number < 0 ? null : number;
}

/** What can be drawn of what is typed. */
function areaOf(name: string, shapes: readonly Shape[]): Area {
  const places = (corners: string) => linesOf(corners).flatMap((line) => parsePosition(line) ?? []);
  return {
    name: name.trim(),
    rings: shapes.flatMap((one) =>
      one.kind === 'ring' && places(one.corners).length > 0 ? [places(one.corners)] : [],
    ),
    circles: shapes.flatMap((one) => {
      const [centre, radius] = one.kind === 'circle' ? [parsePosition(one.centre), radiusOf(one.radius)] : [null, null];
      return centre && radius !== null ? [{ centre, radius }] : [];
    }),
  };
}

/** Whether everything typed is a place, and every polygon has three corners. */
function isWhole(shapes: readonly Shape[]): boolean {
  return shapes.every((one) =>
    one.kind === 'circle'
      ? parsePosition(one.centre) !== null && radiusOf(one.radius) !== null
      : linesOf(one.corners).length >= 3 && linesOf(one.corners).every((line) => parsePosition(line) !== null),
  );
}

/** The area of a notice, typed or clicked on a map. `onChange` is given null while something typed is no place. */
export function AreaInput({
  area,
  onChange,
}: {
  readonly area: Area | null;
  readonly onChange: (area: Area | null, whole: boolean) => void;
}) {
  const { t } = useSpeech();
  const [name, setName] = useState(area?.name ?? '');
  const [shapes, setShapes] = useState<readonly Shape[]>(area ? shapesOf(area) : []);
  const [open, setOpen] = useState(area !== null);
  const [zoom, setZoom] = useState(1);
  const drawn = areaOf(name, shapes);
  const put = (next: readonly Shape[], called = name) => {
    setShapes(next);
    setName(called);
    const nothing = next.length === 0 && called.trim() === '';
    onChange(nothing ? null : areaOf(called, next), nothing || (isWhole(next) && called.trim() !== ''));
  };
  const change = (index: number, shape: Shape) => put(shapes.map((one, at) => (at === index ? shape : one)));
  const pick = (place: Position) => {
    const last = shapes.at(-1);
    const text = positionText(place);
    if (!last) put([{ id: newId(), kind: 'ring', corners: text }]);
    else if (last.kind === 'circle') change(shapes.length - 1, { ...last, centre: text });
    else change(shapes.length - 1, { ...last, corners: [...linesOf(last.corners), text].join('\n') });
  };
  if (!open)
    return (
      <p className="issue-mode">
        <Button className="button small" onPress={() => setOpen(true)}>
          <Plus size={14} aria-hidden />
          {t('area-input.add')}
        </Button>
      </p>
    );
  return (
    <fieldset className="rows-input area-input">
      <legend>{t('notices.area')}</legend>
      <WordsField label={t('area-input.name')} value={name} onChange={(called) => put(shapes, called)} />
      {shapes.map((shape, index) => (
        <ShapeInput
          key={shape.id}
          index={index + 1}
          shape={shape}
          onChange={(next) => change(index, next)}
          onRemove={() => put(shapes.filter((_, at) => at !== index))}
        />
      ))}
      <div>
        <Button className="button small" onPress={() => put([...shapes, { id: newId(), kind: 'ring', corners: '' }])}>
          <Plus size={14} aria-hidden />
          {t('area-input.add-ring')}
        </Button>
        <Button
          className="button small"
          onPress={() => put([...shapes, { id: newId(), kind: 'circle', centre: '', radius: '10' }])}
        >
          <Plus size={14} aria-hidden />
          {t('area-input.add-circle')}
        </Button>
        <Button className="button small icon" aria-label={t('area-input.nearer')} onPress={() => setZoom(zoom / 2)}>
          <Plus size={14} aria-hidden />
        </Button>
        <Button className="button small icon" aria-label={t('area-input.farther')} onPress={() => setZoom(zoom * 2)}>
          <Minus size={14} aria-hidden />
        </Button>
        <Button
          className="button quiet small"
          onPress={() => {
            setOpen(false);
            put([], '');
          }}
        >
          {t('notices.without-area')}
        </Button>
      </div>
      <p className="soft small">{t('area-input.draw')}</p>
      <AreaMap area={drawn} view={viewOf(drawn, zoom)} onPick={pick} />
    </fieldset>
  );
}

/** What the map shows: the area, or the part of the world both sides lie in, nearer or farther. */
function viewOf(area: Area, zoom: number): Box {
  const { west, east, south, north } = area.rings.length + area.circles.length > 0 ? boxOf(area) : WORLD;
  const [across, up] = [((east - west) / 2) * zoom, ((north - south) / 2) * zoom];
  const [longitude, latitude] = [(west + east) / 2, (south + north) / 2];
  return { west: longitude - across, east: longitude + across, south: latitude - up, north: latitude + up };
}

function ShapeInput({
  index,
  shape,
  onChange,
  onRemove,
}: {
  readonly index: number;
  readonly shape: Shape;
  readonly onChange: (shape: Shape) => void;
  readonly onRemove: () => void;
}) {
  const { t } = useSpeech();
  const places = shape.kind === 'circle' ? [shape.centre] : linesOf(shape.corners);
  const wrong = places.find((line) => line.trim() !== '' && parsePosition(line) === null);
  const label = t(shape.kind === 'circle' ? 'area-input.circle' : 'area-input.ring', { index });
  return (
    <>
      <div>
        {shape.kind === 'circle' ? (
          <>
            <WordsField label={label} value={shape.centre} onChange={(centre) => onChange({ ...shape, centre })} />
            <WordsField
              label={t('area-input.radius')}
              value={shape.radius}
              onChange={(radius) => onChange({ ...shape, radius })}
            />
          </>
        ) : (
          <LinesField
            label={label}
            rows={4}
            value={shape.corners}
            onChange={(corners) => onChange({ ...shape, corners })}
          />
        )}
        <Button
          className="button icon small quiet"
          aria-label={t('area-input.remove', { name: label })}
          onPress={onRemove}
        >
          <X size={14} aria-hidden />
        </Button>
      </div>
      {wrong !== undefined && <span className="field-error">{t('area-input.wrong', { text: wrong })}</span>}
      {shape.kind === 'ring' && <span className="soft small">{t('area-input.ring-hint')}</span>}
    </>
  );
}

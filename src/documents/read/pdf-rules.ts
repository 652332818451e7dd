import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A straight line drawn on a page, level or upright, in points from the lower left corner; `from` is below or left of `to`. */
export interface Rule {
  readonly upright: boolean;
  /** Its x where it is upright, else its y. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

type Matrix = readonly [number, number, number, number, number, number];

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
/** A filled rectangle so narrow is drawn as a line. */
const THIN = 3;
/** Shorter ones are strokes of letters and signs. */
const SHORTEST = 6;
/** Numbers that each path operator takes: move, line, curve, quadratic curve, close. */
const TAKES = [2, 2, 6, 4, 0] as const;

function times(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ];
}

/** The level and upright lines of a page, strokes and narrow filled rectangles alike, in the order they are drawn. */
export async function rulesOf(page: PDFPageProxy): Promise<Rule[]> {
  const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const strokes = new Set([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke]);
  const fills = new Set([OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke]);
  const { fnArray, argsArray } = await page.getOperatorList();
  const [left = 0, bottom = 0] = page.view;
  const rules: Rule[] = [];
  const above: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, -left, -bottom];
  for (const [at, operator] of fnArray.entries()) {
    const args = argsArray[at] as readonly unknown[];
    if (operator === OPS.save) above.push(matrix);
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) matrix = above.pop() ?? matrix;
    else if (operator === OPS.transform) matrix = times(matrix, args as unknown as Matrix);
    else if (operator === OPS.paintFormXObjectBegin) {
      above.push(matrix);
      matrix = times(matrix, (args[0] as Matrix | null) ?? IDENTITY);
    } else if (operator === OPS.constructPath) {
      const [paint, [path]] = args as [number, [ArrayLike<number> | null]];
      if (path && strokes.has(paint)) rules.push(...edges(path, matrix));
      else if (path && fills.has(paint)) rules.push(...bars(path, matrix));
    }
  }
  return rules;
}

/** The points of each part of a path, on the page; parts with curves are left out. */
function* parts(path: ArrayLike<number>, [a, b, c, d, e, f]: Matrix): Generator<[number, number][]> {
  let points: [number, number][] = [];
  let curved = false;
  for (let at = 0; at < path.length; ) {
    const operator = path[at] as keyof typeof TAKES & number;
    const takes = TAKES[operator as 0] ?? 0;
    if (operator === 0 && points.length > 0) {
      if (!curved) yield points;
      points = [];
      curved = false;
    }
    const [x = 0, y = 0] = [path[at + 1], path[at + 2]];
    if (operator === 0 || operator === 1) points.push([a * x + c * y + e, b * x + d * y + f]);
    else if (takes > 0) curved = true;
    else if (points[0] !== undefined) points.push(points[0]);
    at += 1 + takes;
  }
  if (points.length > 0 && !curved) yield points;
}

/** What is stroked: each side of the path that is level or upright. */
function* edges(path: ArrayLike<number>, matrix: Matrix): Generator<Rule> {
  for (const points of parts(path, matrix)) {
    for (const [at, [x, y]] of points.entries()) {
      const [toX, toY] = points[at + 1] ?? [x, y];
      const rule = ruleBetween(Math.min(x, toX), Math.min(y, toY), Math.max(x, toX), Math.max(y, toY), 1);
      if (rule !== null) yield rule;
    }
  }
}

/** What is filled: rectangles so narrow that they are lines. */
function* bars(path: ArrayLike<number>, matrix: Matrix): Generator<Rule> {
  for (const points of parts(path, matrix)) {
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    const rule = ruleBetween(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys), THIN);
    if (rule !== null) yield rule;
  }
}

function ruleBetween(left: number, bottom: number, right: number, top: number, thin: number): Rule | null {
  const [width, height] = [right - left, top - bottom];
  if (height <= thin && width >= SHORTEST) return { upright: false, at: (bottom + top) / 2, from: left, to: right };
  if (width <= thin && height >= SHORTEST) return { upright: true, at: (left + right) / 2, from: bottom, to: top };
  return null;
}

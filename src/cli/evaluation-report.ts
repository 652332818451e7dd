import { detectionFigures, type Evaluation } from '../commitments/index.ts';

/** The figures as a table for people. Shares are 0..1. */
export function evaluationTable(result: Evaluation): string {
  const { precision, recall, f1 } = detectionFigures(result);
  const rows: string[][] = [
    ['', 'precision', 'recall', 'F1', ''],
    [
      'detection',
      figure(precision),
      figure(recall),
      figure(f1),
      `${result.matched} matched, ${result.gold} gold, ${result.found} found`,
    ],
    ...Object.entries(result.names).map(([name, { shared, gold, found }]) => {
      const figures = detectionFigures({ matched: shared, gold, found });
      return [
        name,
        figure(figures.precision),
        figure(figures.recall),
        figure(figures.f1),
        `${shared} shared, ${gold} gold, ${found} found`,
      ];
    }),
    [],
    ['', 'accuracy', '', '', ''],
    ...Object.entries({ ...result.attributes, 'who acts': result.bodies }).map(([name, { right, of }]) => [
      name,
      of === 0 ? '–' : figure(ratio(right, of)),
      '',
      '',
      `${right} of ${of}`,
    ]),
  ];
  return `${rows.map(line).join('\n')}\n`;
}

/** Every unit behind the figures that is not as the gold has it, one a line. */
export function evaluationErrors({ missed, spurious, wrong }: Evaluation): string {
  const lines = [
    ...missed.map((unit) => `missed    ${unit.kind}/${unit.strength}  ${oneLine(unit.quote)}`),
    ...spurious.map((unit) => `too much  ${unit.kind}/${unit.strength}  ${oneLine(unit.quote)}`),
    ...wrong.map(({ field, gold, found, quote }) => `${field.padEnd(9)} ${gold} ≠ ${found}  ${oneLine(quote)}`),
  ];
  return `\n${lines.join('\n')}\n`;
}

/** The figures as one JSON object; with `errors`, the units behind them too. */
export function evaluationRecord(result: Evaluation, errors: boolean) {
  const { matched, gold, found, attributes, bodies, names, missed, spurious, wrong } = result;
  return {
    ...detectionFigures(result),
    matched,
    gold,
    found,
    attributes: Object.fromEntries(
      Object.entries(attributes).map(([name, { right, of }]) => [name, { accuracy: ratio(right, of), right, of }]),
    ),
    bodies: { accuracy: ratio(bodies.right, bodies.of), ...bodies },
    names: Object.fromEntries(
      Object.entries(names).map(([name, { shared, gold: wanted, found: read }]) => [
        name,
        { ...detectionFigures({ matched: shared, gold: wanted, found: read }), shared, gold: wanted, found: read },
      ]),
    ),
    ...(errors ? { missed, spurious, wrong } : {}),
  };
}

function ratio(right: number, of: number): number {
  return of === 0 ? 1 : right / of;
}

function figure(value: number): string {
  return value.toFixed(3);
}

function line(cells: readonly string[]): string {
  const [name = '', ...rest] = cells;
  return [name.padEnd(12), ...rest.map((cell, index) => (index < 3 ? cell.padStart(9) : `   ${cell}`))]
    .join(' ')
    .trimEnd();
}

function oneLine(quote: string): string {
  return quote.replace(/\s+/g, ' ');
}

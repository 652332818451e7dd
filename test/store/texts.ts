/** Documents of fictional parties, made so that the rules find several commitments in each. */
const PLACES = ['Norrin', 'Belun', 'Sarko', 'Dremat', 'Velm', 'Ostra', 'Tarn', 'Ruzin'];
const OBJECTS = [
  'railway',
  'border gate',
  'hotline',
  'trade fair',
  'water treaty',
  'student exchange',
  'rescue drill',
  'data centre',
];

/** A statement of eight points; `year` makes it another statement, with other words in every point. */
export function statement(year: number): string {
  const points = PLACES.map((place, index) => {
    const object = OBJECTS[(index + year) % OBJECTS.length];
    return [
      `${index + 1}. On ${place} and the ${object}`,
      `The two sides agreed to open the ${object} of ${place} before ${year + 1} and to hold a yearly meeting on the ${object} in ${place}.`,
      `They agreed to strengthen cooperation between the ${object} offices of ${place} and of province ${index + year}.`,
    ].join('\n');
  });
  return [
    'JOINT STATEMENT',
    'between the Republic of Ilmara and the Republic of Tavoria',
    `Ostra, 12 March ${year}`,
    ...points,
  ].join('\n\n');
}

export function file(name: string, text: string): { name: string; bytes: Uint8Array } {
  return { name, bytes: new TextEncoder().encode(text) };
}

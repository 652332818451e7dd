/** How a text can stand to what was agreed on, as people choose it. */
export const RENDERING_NAMES = [
  'original',
  'official-translation',
  'unofficial-translation',
  'translation',
  'machine-translation',
  'unknown',
] as const;

import data from './data/pinyin.json' with { type: 'json' };

let readings: ReadonlyMap<string, string> | null = null;

function table(): ReadonlyMap<string, string> {
  readings ??= new Map(
    Object.entries(data.readings).flatMap(([syllable, characters]) =>
      [...characters].map((character) => [character, syllable] as const),
    ),
  );
  return readings;
}

/** A Chinese name in Latin letters, without tones and blanks (`苍澜` → `canglan`); other characters are left out. */
export function pinyin(name: string): string {
  const known = table();
  return [...name].map((character) => known.get(character) ?? '').join('');
}

/**
 * Character error rate: the characters to insert, delete and replace to make one text of the other (Levenshtein), over
 * the characters of `truth`. Blanks count as one space, Unicode is composed.
 */
export function errorRate(text: string, truth: string): number {
  const [found, sought] = [characters(text), characters(truth)];
  let row = Array.from({ length: sought.length + 1 }, (_, i) => i);
  for (const [i, character] of found.entries()) {
    const next = [i + 1];
    for (const [j, other] of sought.entries()) {
      const replaced = (row[j] as number) + (character === other ? 0 : 1);
      next.push(Math.min((row[j + 1] as number) + 1, (next[j] as number) + 1, replaced));
    }
    row = next;
  }
  return (row.at(-1) as number) / Math.max(1, sought.length);
}

function characters(text: string): string[] {
  return [...text.normalize('NFC').replace(/\s+/g, ' ').trim()];
}

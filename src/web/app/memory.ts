/** What the browser keeps of a person's choices (language, theme, columns); private windows may refuse, then nothing is kept. */
export function recall(name: string): string | null {
  try {
    return localStorage.getItem(`servanda.${name}`);
  } catch {
    return null;
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`servanda.${name}`, value);
  } catch {
    // A full or closed storage costs only the memory of a preference.
  }
}

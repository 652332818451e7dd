/** The session that a document of a day came of: the one whose date is that day, else its month, else its year; null where none is. */
export function sessionOfDay<Session extends { readonly date: string | null }>(
  day: string | null,
  sessions: readonly Session[],
): Session | null {
  if (day === null) return null;
  const fitting = sessions.filter(({ date }) => date !== null && day.startsWith(date));
  return fitting.toSorted((a, b) => (b.date ?? '').length - (a.date ?? '').length)[0] ?? null;
}

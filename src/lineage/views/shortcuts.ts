/**
 * Leaves out what a thread says already: a link whose earlier end goes on in a third unit, and from there to the later end.
 * `ends` gives the ids of a link's two ends, the earlier first; `between` whether a unit can stand for both its neighbours,
 * as one of an agreed national text can and one of a local text cannot.
 */
export function withoutShortcuts<Link>(
  links: readonly Link[],
  ends: (link: Link) => readonly [earlier: string, later: string],
  between: (id: string) => boolean,
): Link[] {
  const onward = new Map<string, Set<string>>();
  for (const link of links) {
    const [earlier, later] = ends(link);
    onward.set(earlier, (onward.get(earlier) ?? new Set()).add(later));
  }
  return links.filter((link) => {
    const [earlier, later] = ends(link);
    return ![...(onward.get(earlier) ?? [])].some(
      (step) => step !== later && between(step) && onward.get(step)?.has(later),
    );
  });
}

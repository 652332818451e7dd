/**
 * Leaves out what a thread says already: a link whose earlier end goes on in a third unit, and from there to the later end.
 * `ends` gives the ids of a link's two ends, the earlier first.
 */
export function withoutShortcuts<Link>(
  links: readonly Link[],
  ends: (link: Link) => readonly [earlier: string, later: string],
): Link[] {
  const onward = new Map<string, Set<string>>();
  for (const link of links) {
    const [earlier, later] = ends(link);
    onward.set(earlier, (onward.get(earlier) ?? new Set()).add(later));
  }
  return links.filter((link) => {
    const [earlier, later] = ends(link);
    return ![...(onward.get(earlier) ?? [])].some((step) => step !== later && onward.get(step)?.has(later));
  });
}

import { allUnits, commitmentTerms, type Queries, type TaskRecord } from '../../db/index.ts';
import { formatDate } from '../../i18n/index.ts';
import type { Locale } from '../../kernel/index.ts';
import { nameIn } from '../../register/index.ts';

/** The words a task keeps, and where they stand. */
export interface Basis {
  readonly words: string;
  readonly source: string;
}

/** The words and sources of the commitments of tasks, by task. */
export async function basisOf(
  queries: Queries,
  records: readonly Pick<TaskRecord, 'task_id' | 'commitments'>[],
  locale: Locale,
): Promise<Map<string, Basis>> {
  const ids = [...new Set(records.flatMap(({ commitments }) => commitments))];
  const known = new Map<string, Awaited<ReturnType<typeof commitmentTerms>>[number]>();
  for (let at = 0; at < ids.length; at += 1_000) {
    for (const term of await commitmentTerms(queries, ids.slice(at, at + 1_000))) known.set(term.id, term);
  }
  return new Map(
    records.map(({ task_id, commitments }) => {
      const terms = commitments.flatMap((id) => known.get(id) ?? []);
      const sources = terms.map((term) =>
        sourceText({ title: term.work_title, path: term.path, date: term.work_date }, locale),
      );
      return [
        task_id,
        { words: terms.map(({ quote }) => oneLine(quote)).join('\n'), source: sources.join('\n') },
      ] as const;
    }),
  );
}

/** A source as an annex names it: the work, the provision, the day. */
export function sourceText(
  { title, path, date }: { readonly title: string; readonly path: string; readonly date: string | null },
  locale: Locale,
): string {
  return [title, path, date === null ? '' : formatDate(locale, date)].filter((part) => part !== '').join(', ');
}

/** Words of a text without its line breaks. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Names of units in a language, by id. */
export async function unitNames(queries: Queries, locale: Locale): Promise<(id: string) => string> {
  const names = new Map((await allUnits(queries)).map(({ id, names }) => [id, nameIn(names, locale)]));
  return (id) => names.get(id) ?? id;
}

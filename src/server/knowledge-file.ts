import type { z } from 'zod';
import { Problem } from '../kernel/index.ts';
import { KnowledgeFile } from './contract/index.ts';

type Entries = z.output<typeof KnowledgeFile>['entries'];

/** Faults named of a file; more would only hide them. */
const NAMED = 5;

/**
 * The lessons of a file that the page *Teach* saved or a colleague wrote.
 * @param name how a refusal calls the file
 * @throws Problem `input-invalid` naming each place that does not fit: the line of JSON, or the entry by its number and words
 */
export function readKnowledge(text: string, name: string): Entries {
  const parsed = parse(text, name);
  const read = KnowledgeFile.safeParse(parsed);
  if (read.success) return read.data.entries;
  const faults = read.error.issues.map(({ path, message }) => ({ place: placeOf(path, parsed), message }));
  const [first, ...more] = faults as [(typeof faults)[0]];
  const others = more.slice(0, NAMED - 1).map(({ place, message }) => `${place}: ${message}`);
  if (more.length >= NAMED) others.push(`+ ${more.length - NAMED + 1}`);
  const reason = [first.message, ...others].join('; ');
  throw new Problem('input-invalid', { field: `${name}, ${first.place}`, reason });
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Problem('input-invalid', { field: name, reason: error instanceof Error ? error.message : '' });
  }
}

/** `entry 4 “respect”, lesson.strength`: entries are counted from 1. */
function placeOf(path: readonly PropertyKey[], parsed: unknown): string {
  const [list, index, ...rest] = path;
  if (list !== 'entries' || typeof index !== 'number') return path.map(String).join('.') || 'format';
  const entry = (parsed as { entries: { lesson?: { words?: unknown } }[] }).entries[index];
  const words = typeof entry?.lesson?.words === 'string' ? ` “${entry.lesson.words.slice(0, 40)}”` : '';
  return [`entry ${index + 1}${words}`, ...(rest.length > 0 ? [rest.map(String).join('.')] : [])].join(', ');
}

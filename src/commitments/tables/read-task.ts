import type { Language } from '../../kernel/index.ts';
import { ASSIGNED } from '../discourse.ts';
import { READERS } from '../languages/index.ts';
import { trimEnd } from '../reading/trim.ts';
import type { SentenceReading, Unit } from '../reading/unit.ts';
import type { Extension } from '../teaching/extension.ts';

/** So sure is a task whose words have no verb the language knows: its column says that it is one. */
const NAMED = 0.6;
/** A dash or number before the words of a cell. */
const MARK = /^(?:[-–•+*]|\d{1,2}[.)])\s*/u;
/** The first words of a task that is named and not told ("Hội nghị tổng kết …"), or its first two characters. */
const OPENING = /^(?:\p{Script=Han}{2}|\S+(?: \S+)?)/u;

/**
 * Reads the words of a task in a table: they are told to whoever the row names, so that a verb alone undertakes. What
 * stands before the verb is of the task too; one without a verb is one unit as a whole.
 * @param text the words of the cell, or of one sentence in it
 */
export function readTask(text: string, language: Language, extension: Extension | null): SentenceReading {
  const place = { opensItem: true, governor: ASSIGNED, opensPassage: false, lexicon: extension?.lexicon(language) };
  const reading = READERS[language]?.(text, place);
  const [first, ...others] = reading?.units ?? [];
  if (reading !== undefined && first !== undefined) {
    const start = Math.min(first.start, MARK.exec(text)?.[0].length ?? 0);
    return { ...reading, units: [{ ...first, start }, ...others] };
  }
  const end = trimEnd(text, 0, text.length);
  const units = end === 0 ? [] : [named(text, end)];
  return { units, governor: null, subject: null, names: null, announces: false, reason: 'none:table' };
}

function named(text: string, end: number): Unit {
  const action = Math.min(end, OPENING.exec(text)?.[0].length ?? end);
  return {
    start: 0,
    end,
    actionStart: 0,
    actionEnd: action,
    kind: 'commitment',
    strength: 'implement',
    frame: null,
    subject: null,
    ownSubject: false,
    confidence: NAMED,
    reasons: [{ rule: 'table:task', start: 0, end }],
  };
}

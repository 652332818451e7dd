import type { Language } from '../../kernel/index.ts';
import data from './results-told.json' with { type: 'json' };
import type { SentenceReading, Unit } from './unit.ts';

/** How a language tells that a thing is done: words before the verb, the verbs, and words with which a sentence tells only when or whether. */
interface Telling {
  readonly needs: readonly string[];
  /** A thing, then that it is done; the group `act` holds the verb. */
  readonly told: RegExp;
  readonly aside: RegExp;
  /** Frames that value something, by id. */
  readonly values: RegExp;
}

function telling(language: keyof typeof data.languages): Telling {
  const { needs, before, verbs, aside, values } = data.languages[language];
  return {
    needs,
    told: new RegExp(`${before}(?<act>${verbs.join('|')})(?!\\p{Ll})`, 'du'),
    aside: new RegExp(`^(?:${aside})(?!\\p{Ll})`, 'iu'),
    values: new RegExp(`^(?:${values})`, 'u'),
  };
}

const TELLINGS: Readonly<Partial<Record<Language, Telling>>> = {
  en: telling('en'),
  vi: telling('vi'),
  zh: telling('zh'),
};

/** Characters a thing may have before what is told of it. */
const REACH = 170;
const TRAILING = /[\s.:。：]+$/u;
const BLANK = /^\s*/u;
const PARTS = /[;；]/u;

/** "The feasibility study was completed ahead of time.": the whole clause is the record, for its subject is what is done. Offsets of the part from `start`. */
function recordOf(part: string, start: number, { told, aside }: Telling): Unit | null {
  const lead = BLANK.exec(part)?.[0].length ?? 0;
  const clause = part.slice(lead).replace(TRAILING, '');
  const act = aside.test(clause) ? undefined : told.exec(clause)?.indices?.groups?.['act'];
  if (act === undefined || act[0] > REACH) return null;
  const from = start + lead;
  const [actionStart, actionEnd] = [from + act[0], from + act[1]];
  return {
    start: from,
    end: from + clause.length,
    actionStart,
    actionEnd,
    kind: 'record',
    strength: 'deliver',
    frame: null,
    subject: null,
    ownSubject: false,
    confidence: 0.5,
    reasons: [{ rule: 'record:told', start: actionStart, end: actionEnd }],
  };
}

/** What the parts of a sentence tell, each up to its semicolon. */
function recordsOf(text: string, telling: Telling): Unit[] {
  let start = 0;
  return text.split(PARTS).flatMap((part) => {
    const record = recordOf(part, start, telling);
    start += part.length + 1;
    return record === null ? [] : [record];
  });
}

/** "highly valued the study, which was completed …": what is valued is done, so the clause records it. */
function valued(unit: Unit, text: string, { told, values }: Telling): Unit {
  if (unit.kind !== 'position' || !values.test(unit.frame?.id ?? '')) return unit;
  return told.test(text.slice(unit.start, unit.end)) ? { ...unit, kind: 'record', strength: 'deliver' } : unit;
}

/**
 * Adds what a sentence tells of things that are done, where nobody in it acts (GUIDE: a record reports a past act that
 * leaves something to follow: signed, completed, launched).
 */
export function withResultsTold(reading: SentenceReading, text: string, language: Language): SentenceReading {
  const telling = TELLINGS[language];
  if (telling === undefined || !telling.needs.some((word) => text.includes(word))) return reading;
  if (reading.units.length > 0) {
    if (!reading.units.some(({ kind }) => kind === 'position')) return reading;
    return { ...reading, units: reading.units.map((unit) => valued(unit, text, telling)) };
  }
  if (reading.subject !== null || reading.names !== null) return reading;
  const units = recordsOf(text, telling);
  return units.length === 0 ? reading : { ...reading, units, reason: '' };
}

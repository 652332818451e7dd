import { type Document, type FlatText, flatten, type Provision, type Sentence } from '../documents/index.ts';
import type { Language } from '../kernel/index.ts';
import { isBelowTaskHeading, isChinesePlan } from './chinese-plan.ts';
import type { Assignment, Clause } from './clause.ts';
import { coverageOf } from './coverage.ts';
import { Discourse, type Thread } from './discourse.ts';
import { READERS } from './languages/index.ts';
import { parted, type Syllables, syllablesOfJoined } from './languages/vi/run-together.ts';
import type { SentenceCoverage } from './model.ts';
import { withoutQuotes } from './quoted.ts';
import { withResultsTold } from './reading/results-told.ts';
import type { SentenceReading, Unit } from './reading/unit.ts';
import { readTask } from './tables/read-task.ts';
import { type TaskRow, taskRows } from './tables/task-rows.ts';
import type { Extension } from './teaching/extension.ts';
import { withoutNonActs } from './teaching/without-non-acts.ts';
import { isBelowTasks, isVietnamesePlan, LABELS } from './vietnamese-plan.ts';

/** A promise in the passive is nobody's before it in particular ("Hội đàm năm 2027 sẽ được tổ chức …", "第六次会议将于…举行"). */
const PASSIVE: ReadonlySet<string | undefined> = new Set(['frame:vi/sẽ-được', 'frame:zh/将-举行']);

function subjectOf(unit: Unit, flat: FlatText, thread: Thread): Clause['subject'] {
  if (unit.subject !== null) {
    const span = flat.raw({ start: unit.subject.start, end: unit.subject.end });
    return { text: unit.subject.text, span, from: unit.frame === null ? 'own' : 'frame' };
  }
  const rule = unit.reasons[0]?.rule;
  if ((unit.frame?.id === 'passive' && thread.governor === null) || PASSIVE.has(rule)) return null;
  return thread.subject === null ? null : { ...thread.subject, from: 'inherited' };
}

function clauseOf(
  document: Document,
  sentence: Sentence,
  flat: FlatText,
  unit: Unit,
  thread: Thread,
  assigned: Assignment | null = null,
): Clause {
  return {
    document,
    language: sentence.language,
    sentence: flat,
    sentenceIndex: sentence.index,
    provision: sentence.provision,
    span: { start: unit.start, end: unit.end },
    action: { start: unit.actionStart, end: unit.actionEnd },
    frame: unit.frame === null ? null : { start: unit.frame.start, end: unit.frame.end },
    subject: subjectOf(unit, flat, thread),
    kind: unit.kind,
    strength: unit.strength,
    assigned,
  };
}

/** A question undertakes nothing. */
const QUESTION = '?？؟';

const LAST_STOP = /[.。]\s*$/u;
const HEADING = { opensItem: true, governor: null };

/** A unit with the clause it makes, before its attributes are read. */
export interface Found {
  readonly unit: Unit;
  readonly clause: Clause;
  /** Path of its provision. */
  readonly path: string;
}

/** The units of one sentence, and what became of it. */
export interface Detected {
  readonly found: readonly Found[];
  readonly coverage: readonly SentenceCoverage[];
}

interface Run {
  /** The next sentence is the first of an item, its title aside. */
  opensItem: boolean;
  readonly extension: Extension | null;
  /** Of a Vietnamese text whose words run together. */
  readonly joined: Syllables | null;
  found: Found[];
  coverage: SentenceCoverage[];
}

function readOne(document: Document, sentence: Sentence, discourse: Discourse, thread: Thread, run: Run): Thread {
  const provision = document.provisions[sentence.provision];
  if (provision === undefined) return thread;
  const language: Language = sentence.language === 'und' ? document.language : sentence.language;
  const read = READERS[language];
  if (read === undefined) {
    run.coverage.push({ sentence: sentence.index, state: 'unread', reason: 'unread:language' });
    return thread;
  }
  const own = flatten(document, withoutQuotes(document.text, sentence.span));
  const flat = run.joined !== null && language === 'vi' ? parted(own, run.joined) : own;
  if (QUESTION.includes(flat.text.at(-1) ?? ' ')) {
    run.coverage.push({ sentence: sentence.index, state: 'none', reason: 'none:question' });
    return thread;
  }
  if (language === 'vi' && statesAims(document, provision)) {
    run.coverage.push({ sentence: sentence.index, state: 'none', reason: 'none:aims' });
    return thread;
  }
  const { opensItem, extension } = run;
  const next = document.sentences[sentence.index + 1];
  const opensPassage = next?.provision === sentence.provision && !/^[（(]/u.test(document.text[next.span.start] ?? '');
  const place = { opensItem, governor: thread.governor, opensPassage, lexicon: extension?.lexicon(language) };
  const found: SentenceReading = withResultsTold(read(flat.text, place), flat.text, language);
  const reading = extension === null ? found : withoutNonActs(found, flat.text, extension.notActs(language));
  for (const unit of reading.units) {
    run.found.push({ unit, clause: clauseOf(document, sentence, flat, unit, thread), path: provision.path });
  }
  run.opensItem = opensItem && reading.title === true;
  run.coverage.push(coverageOf(sentence.index, reading));
  if (reading.names !== null && (opensItem || reading.announces)) {
    const { text, start, end } = reading.names;
    const subject = { text, span: flat.raw({ start, end }) };
    discourse.follow(provision, { governor: null, subject, announces: reading.announces });
    discourse.assign(provision, subject, reading.governor);
    return { governor: thread.governor, subject };
  }
  const named = reading.units.find((unit) => unit.subject !== null)?.subject ?? reading.subject;
  const subject = named === null ? null : { text: named.text, span: flat.raw(named) };
  return discourse.follow(provision, { governor: reading.governor, subject, announces: reading.announces });
}

/** Headings of what a plan is for; its tasks stand elsewhere. What it asks of how it is carried out ("Yêu cầu") binds and is read. */
const AIMS = /^[\dIVX.)\s]*(?:mục đích|quan điểm|sự cần thiết)[\s.:;]*$/iu;

/** The same before a colon, with the aims on its line. */
const AIMS_NAMED = new RegExp(`^\\s*${LABELS}(?:Mục đích|Quan điểm|Sự cần thiết)(?: ban hành| chung)?\\s*:`, 'u');
const OPENING = 60;

/** Whether a passage says what a plan is for ("1. Mục đích"), under headings at any height. */
function statesAims(document: Document, provision: Provision): boolean {
  const own = document.text.slice(provision.span.start, provision.span.start + OPENING).normalize('NFC');
  if (AIMS_NAMED.test(own)) return true;
  for (let at = provision.parent; at !== null; at = document.provisions[at]?.parent ?? null) {
    const above = document.provisions[at];
    if (above === undefined) return false;
    const line = document.text.slice(above.span.start, above.span.end).split('\n', 1)[0] ?? '';
    if (above.role === 'heading' && AIMS.test(line.normalize('NFC'))) return true;
  }
  return false;
}

/** A line that looks like a heading but goes on in sentences ("（四）防范风险。公安部门要…") holds text from the second on. */
function holdsText(document: Document, sentence: Sentence): boolean {
  const before = document.sentences[sentence.index - 1];
  return (
    before?.provision === sentence.provision && LAST_STOP.test(document.text.slice(before.span.start, before.span.end))
  );
}

/** A heading that only names a body ("2. Cục Điện lực") says whose tasks stand below it. */
function assignBelow(document: Document, sentence: Sentence, discourse: Discourse, provision: Provision): void {
  const flat = flatten(document, sentence.span);
  const read = READERS[sentence.language === 'und' ? document.language : sentence.language]?.(flat.text, HEADING);
  const said = read?.units.length === 1 && read.subject?.start === 0 ? read.subject : null;
  const names = read?.names ?? said;
  if (names) discourse.assign(provision, { text: names.text, span: flat.raw({ start: names.start, end: names.end }) });
}

/** What a sentence in a row of a table of tasks holds of its task; the other columns say who does it and when. */
function readRow(document: Document, sentence: Sentence, provision: Provision, row: TaskRow, run: Run): void {
  const start = Math.max(sentence.span.start, row.task?.start ?? 0);
  const end = Math.min(sentence.span.end, row.task?.end ?? 0);
  const language = sentence.language === 'und' ? document.language : sentence.language;
  if (start >= end || READERS[language] === undefined) {
    run.coverage.push({ sentence: sentence.index, state: 'none', reason: 'none:table' });
    return;
  }
  const flat = flatten(document, { start, end });
  const reading = readTask(flat.text, language, run.extension);
  const path = [provision.path, row.number.replace(/[.)、]$/u, '')].filter(Boolean).join('.');
  for (const unit of reading.units) {
    const clause = clauseOf(document, sentence, flat, unit, NOBODY, row.assignment);
    run.found.push({ unit, clause, path });
  }
  run.coverage.push(coverageOf(sentence.index, reading));
}

const NOBODY: Thread = { governor: null, subject: null };

/** Hands on what has been gathered, and forgets it. */
function handOn(run: Run): Detected {
  const { found, coverage } = run;
  run.found = [];
  run.coverage = [];
  return { found, coverage };
}

/**
 * Finds the units of a document sentence by sentence, in document order.
 * @param extension what people taught of the document's relation, or null
 */
export function* detectInTurn(document: Document, extension: Extension | null): Generator<Detected> {
  const joined = document.language === 'vi' ? syllablesOfJoined(document.text) : null;
  const run: Run = { opensItem: false, extension, joined, found: [], coverage: [] };
  const discourse = new Discourse(document.provisions);
  const rows = taskRows(document);
  const givesTasks = isChinesePlan(document)
    ? (provision: Provision) => isBelowTaskHeading(document, provision)
    : isVietnamesePlan(document)
      ? (provision: Provision) => isBelowTasks(document, provision)
      : () => false;
  let current = -1;
  let thread: Thread = { governor: null, subject: null };
  for (const sentence of document.sentences) {
    const provision = document.provisions[sentence.provision];
    if (provision === undefined) continue;
    const row = rows.get(sentence.provision);
    const text = provision.role === 'heading' && holdsText(document, sentence);
    if (row !== undefined) readRow(document, sentence, provision, row, run);
    else if ((provision.role === 'heading' && !text) || provision.role === 'furniture') {
      run.coverage.push({ sentence: sentence.index, state: 'none', reason: `none:${provision.role}` });
      if (provision.role === 'heading') assignBelow(document, sentence, discourse, provision);
    } else {
      const first = sentence.provision !== current;
      if (first) {
        thread = discourse.enter(provision);
        run.opensItem = provision.role === 'item' || text || givesTasks(provision);
      }
      current = sentence.provision;
      thread = readOne(document, sentence, discourse, thread, run);
    }
    yield handOn(run);
  }
}

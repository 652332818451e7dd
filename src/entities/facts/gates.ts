import type { Span } from '../../kernel/index.ts';
import { GATE_CHANGES, GATE_GRADES, type GateGrade } from '../model.ts';
import type { FoundName, Passage } from '../names/found.ts';
import { knowledgeOf, regexOf } from '../names/knowledge.ts';
import type { FoundFact, Surroundings } from './facts-of.ts';
import { spanning, statusByReading, wordsNear } from './status.ts';

/** How far before a gate what is done with it may stand; behind it only what it becomes. */
const REACH = { before: 90, after: 70 };

/** The grade the words straight before (in Chinese and English also after) a gate's name give it. */
function gradeAt({ text, language }: Passage, span: Span): { grade: GateGrade; span: Span } | null {
  const { grades } = knowledgeOf(language).gates;
  const from = Math.max(0, span.start - 40);
  const to = Math.min(text.length, span.end + 40);
  for (const grade of GATE_GRADES) {
    const words = grades[grade] ?? [];
    const before = regexOf(language, words.length === 0 ? [] : `(?:${words.join('|')})[\\s:“"]*$`, { flags: 'iu' });
    const left = before.exec(text.slice(from, span.start));
    if (left) return { grade, span: { start: from + left.index, end: span.start } };
    if (language !== 'zh' && language !== 'en') continue;
    const after = regexOf(language, words.length === 0 ? [] : `^\\s*(?:${words.join('|')})`, { flags: 'iu' });
    const right = after.exec(text.slice(span.end, to));
    if (right) return { grade, span: { start: span.end, end: span.end + right[0].length } };
  }
  return null;
}

/** The grade it is to have (`lên thành cửa khẩu quốc tế`). */
function gradeInto({ text, language }: Passage, span: Span): { grade: GateGrade; span: Span } | null {
  const { into, grades } = knowledgeOf(language).gates;
  const match = regexOf(language, into, { flags: 'iu' }).exec(text.slice(span.end, span.end + REACH.after));
  if (match === null) return null;
  const grade = GATE_GRADES.find((one) => {
    const words = grades[one] ?? [];
    return words.length > 0 && (regexOf(language, words, { flags: 'iu' }).test(match[0]) || match[1] === one);
  });
  const at = { start: span.end + match.index, end: span.end + match.index + match[0].length };
  return grade === undefined ? null : { grade, span: at };
}

/** What a sentence says is done or to be done with the gates it names, and of what grade they are. */
export function gateFacts(passage: Passage, found: readonly FoundName[], around: Surroundings): FoundFact[] {
  const { changes } = knowledgeOf(passage.language).gates;
  return found.flatMap((name, mention) => {
    if (name.kind !== 'gate') return [];
    const facts: FoundFact[] = [];
    const grade = gradeAt(passage, name.span);
    if (grade !== null) {
      const value = { type: 'grade', grade: grade.grade } as const;
      facts.push({ mention, value, status: 'stated', span: spanning(grade.span, name.span), confidence: 0.8 });
    }
    const into = gradeInto(passage, name.span);
    for (const change of GATE_CHANGES) {
      const cue = wordsNear(passage, changes[change] ?? [], name.span, { before: REACH.before, after: 0 });
      if (cue === null || facts.some(({ value }) => value.type === 'change')) continue;
      const status = statusByReading(cue, around) ?? 'stated';
      const value = { type: 'change', change, grade: change === 'upgrade' ? (into?.grade ?? null) : null } as const;
      facts.push({ mention, value, status, span: spanning(cue, name.span, into?.span ?? null), confidence: 0.7 });
    }
    return facts;
  });
}

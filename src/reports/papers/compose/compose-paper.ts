import type { Layout } from '../layouts/schema.ts';
import type { Paper } from '../model.ts';
import { progressAnnex } from './annex.ts';
import type { PaperFacts, PaperHead } from './facts.ts';
import { jointMinutes, leadershipBrief } from './joint.ts';
import { type Content, dispatch, urging } from './letters.ts';
import { leadersReport, periodicReport, sessionBrief } from './reports.ts';
import { type Voice, voiceIn } from './say.ts';

/** Kinds with the progress annex. */
const ANNEXED: ReadonlySet<Paper['kind']> = new Set(['report', 'leaders', 'session']);

/** Makes a paper of what the register holds and what a person says of its head and foot. */
export function composePaper(head: PaperHead, facts: PaperFacts, layout: Layout): Paper {
  const voice = voiceIn(head.language);
  const content = contentOf(head, facts, voice);
  const typeName = typeNameOf(head, layout, voice);
  const subject = subjectOf(head, layout, content.subject);
  const { issuer, number, notation, place, date, signatures } = head;
  // What both sides sign goes to both, and to nobody else by its own words.
  const [addressees, recipients] = head.kind === 'minutes' ? [[], []] : [head.addressees, head.recipients];
  return {
    ...{ kind: head.kind, language: head.language, other: head.other, grounds: [] },
    ...{ issuer, number, notation, place, date, addressees, recipients, signatures, typeName, subject },
    title: [typeName, subject].filter((part) => part !== null).join(': '),
    otherHead:
      'otherSubject' in content && head.other !== null
        ? { typeName: voiceIn(head.other).t('paper.type-minutes'), subject: content.otherSubject }
        : null,
    body: content.body,
    annexes: ANNEXED.has(head.kind) && facts.tasks.length > 0 ? [progressAnnex(voice, facts, head.annexSize)] : [],
  };
}

function contentOf(head: PaperHead, facts: PaperFacts, voice: Voice): Content | ReturnType<typeof jointMinutes> {
  if (head.kind === 'dispatch') return dispatch(facts, head, voice);
  if (head.kind === 'urging') return urging(facts, head, voice);
  if (head.kind === 'report') return periodicReport(facts, voice);
  if (head.kind === 'leaders') return leadersReport(facts, voice);
  if (head.kind === 'session') return sessionBrief(facts, voice);
  return head.kind === 'minutes' ? jointMinutes(facts, head, voice) : leadershipBrief(facts, voice);
}

/** The name of its type: by the layout where that has one, and none over a dispatch. */
function typeNameOf({ kind }: PaperHead, { family, types }: Layout, { t }: Voice): string | null {
  if (family === 'cn') return null;
  if (family === 'plain') return t(`paper.type-${kind}`);
  return types[kind]?.name ?? null;
}

/** Chinese papers have the type within their title. */
function subjectOf({ kind }: PaperHead, { family, types }: Layout, subject: string): string {
  const pattern = types[kind]?.name ?? '';
  return family === 'cn' && pattern.includes('%s') ? pattern.replace('%s', subject) : subject;
}

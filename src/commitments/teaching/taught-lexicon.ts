import type { FrameKind, Lesson, TaughtLanguage } from '../../vocabulary/index.ts';
import { ENGLISH } from '../languages/en/lexicon.ts';
import { PERSIAN } from '../languages/fa/lexicon.ts';
import { VIETNAMESE } from '../languages/vi/lexicon.ts';
import { CHINESE } from '../languages/zh/lexicon.ts';
import type { Complement, FrameSense, Sense, VerbForm, VerbSense } from '../lexicon/sense.ts';
import type { Lexicon } from '../lexicon/tokenise.ts';
import { formsOf } from './taught-verbs.ts';

type WordLesson = Extract<Lesson, { type: 'verb' | 'frame' }>;

const BASE: Readonly<Record<TaughtLanguage, Lexicon>> = {
  vi: VIETNAMESE,
  en: ENGLISH,
  zh: CHINESE,
  fa: PERSIAN,
};

/** What taught introducing words take: an action of the party itself, what it supports, or what it holds. */
const COMPLEMENT: Readonly<Record<FrameKind, Complement>> = {
  commitment: 'action',
  support: 'object',
  position: 'clause',
};

function verbSense(lesson: Extract<Lesson, { type: 'verb' }>, forms: readonly VerbForm[]): VerbSense {
  const { words, strength } = lesson;
  return { class: 'verb', verb: words, strength, forms, alsoNoun: false, leading: false, taught: true };
}

function frameSense({ words, kind, language }: Extract<Lesson, { type: 'frame' }>): FrameSense {
  const complement = language === 'fa' ? 'action' : COMPLEMENT[kind];
  return { class: 'frame', id: words.replaceAll(' ', '-'), kind, complement };
}

/** Forms that introduce: "agrees", "agreed", not "agreeing". */
function introduces(forms: readonly VerbForm[]): boolean {
  return forms.some((form) => form !== 'ing' && form !== 'participle');
}

/** The words of a language with the verbs and introducing words taught; a taught meaning stands over the one known. */
export function taughtLexicon(language: TaughtLanguage, lessons: readonly WordLesson[]): Lexicon {
  const added: { phrase: string; sense: Sense }[] = [];
  for (const lesson of lessons) {
    for (const [phrase, forms] of formsOf(lesson.words, language)) {
      if (lesson.type === 'verb') added.push({ phrase, sense: verbSense(lesson, forms) });
      else if (introduces(forms)) added.push({ phrase, sense: frameSense(lesson) });
    }
  }
  return BASE[language].extended(added);
}

import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { LessonChange } from '../../server/contract/index.ts';
import { type Answer, call } from '../client.ts';

export type Lessons = Answer<'listLessons'>;
export type LessonRow = Lessons['lessons'][number];
export type LessonEntry = LessonRow['entry'];
export type Lesson = LessonEntry['lesson'];
export type Preview = Answer<'getPreview'>;
export type PreviewRow = Preview['rows'][number];
export type Change = z.input<typeof LessonChange>;
export type Suggestion = Answer<'listSuggestions'>['suggestions'][number];

/** A preview that is being read or applied is asked for again this often. */
const ASK_MS = 400;

export const lessonsQuery = queryOptions({
  queryKey: ['lessons'],
  queryFn: ({ signal }) => call('listLessons', { signal }),
});

export const suggestionsQuery = queryOptions({
  queryKey: ['suggestions'],
  queryFn: ({ signal }) => call('listSuggestions', { signal }),
});

export function previewQuery(id: string) {
  return queryOptions({
    queryKey: ['preview', id],
    queryFn: ({ signal }) => call('getPreview', { params: { id }, signal }),
    refetchInterval: ({ state }) =>
      state.data?.state === 'reading' || state.data?.state === 'applying' ? ASK_MS : false,
  });
}

export function exampleQuery(text: string, relation: string, lesson: Lesson) {
  return queryOptions({
    queryKey: ['example', text, relation, lesson],
    queryFn: ({ signal }) => call('tryExample', { body: { text, relation, lesson }, signal }),
    enabled: text.trim() !== '' && lesson.words.trim() !== '',
    retry: false,
  });
}

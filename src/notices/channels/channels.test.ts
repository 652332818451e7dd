import { expect, test } from 'vitest';
import { type Notice, noticeType, reduceNotice } from '../index.ts';
import type { NoticeType } from '../types/index.ts';
import {
  type ChannelActionBody,
  channelFigures,
  firstToTell,
  limitsOf,
  postsToTell,
  reduceChannel,
  testOfMonth,
} from './index.ts';

const CHANNEL = { names: { en: 'River line' }, parties: ['XL', 'XT'], types: ['water-emergency'], commitments: [] };
const TYPE = noticeType('water-emergency') as NoticeType;
const log = (...bodies: ChannelActionBody[]) =>
  [{ type: 'open', channel: CHANNEL } as ChannelActionBody, ...bodies].map((body, index) => ({
    ...{ id: String(index), at: '2026-03-01T08:00:00.000Z', by: 'lan', body },
  }));
const proposed: ChannelActionBody = {
  ...{ type: 'propose-limit', party: 'XL', of: 'water-emergency', clock: 'acknowledge', minutes: 30, source: 'Note 7' },
};

test('a limit counts once every side has agreed to the same minutes, and not before', () => {
  const agree = (minutes: number): ChannelActionBody => ({
    ...{ type: 'agree-limit', party: 'XT', of: 'water-emergency', clock: 'acknowledge', minutes },
  });
  expect(limitsOf(reduceChannel(log()), TYPE)).toEqual({});
  expect(limitsOf(reduceChannel(log(proposed)), TYPE)).toEqual({});
  const agreed = reduceChannel(log(proposed, agree(30)));
  expect(limitsOf(agreed, TYPE)).toEqual({ acknowledge: { minutes: 30, source: 'Note 7' } });
  expect(() => reduceChannel(log({ ...proposed, minutes: 60 }, agree(30)))).toThrow('action-not-allowed');
  const anew = reduceChannel(log(proposed, agree(30), { ...proposed, minutes: 20 }));
  expect(limitsOf(anew, TYPE)).toEqual({});
});

test('the ladder turns to the next post of the side that is late, to the sender, then to the chiefs', () => {
  const line = (party: string, posts: string[], chief: string | null): ChannelActionBody => ({
    ...{ type: 'line', party, line: { posts, chief } },
  });
  const channel = reduceChannel(
    log(line('XL', ['hill'], 'hill-chief'), line('XT', ['shore', 'harbour'], 'shore-chief')),
  );
  const notice = { from: { party: 'XL', post: null, postName: '' } };
  expect(firstToTell(channel, 'XT')).toEqual(['shore']);
  const first = { late: 'XT', step: 0, tell: ['next-contact', 'issuer'] } as const;
  expect(postsToTell(channel, notice, first, 'XT')).toEqual(['harbour']);
  expect(postsToTell(channel, notice, first, 'XL')).toEqual(['hill']);
  const second = { late: 'XT', step: 1, tell: ['both-chiefs'] } as const;
  expect(postsToTell(channel, notice, second, 'XT')).toEqual(['shore-chief']);
  expect(postsToTell(channel, notice, second, 'XL')).toEqual(['hill-chief']);
  expect(postsToTell(channel, notice, { ...first, step: 1 }, 'XT')).toEqual(['shore-chief']);
  expect(postsToTell(null, notice, first, 'XT')).toEqual([]);
});

test('what a channel did is counted without its exercises and test calls, with the middle time to acknowledgement', () => {
  const state = (minutes: number | null, change: Partial<Notice> = {}) => {
    const at = (minute: number) => new Date(Date.UTC(2026, 2, 3, 8, minute)).toISOString();
    const notice: Notice = {
      ...{
        type: 'water-emergency',
        mode: 'normal',
        channel: 'river',
        from: { party: 'XL', post: null, postName: '' },
        to: ['XT'],
      },
      ...{ texts: {}, fields: {}, area: null, expires: null, references: [] },
      ...{ limits: { acknowledge: { minutes: 30, source: 'Note 7' } }, ...change },
    };
    const issue = { id: '1', at: at(0), by: 'lan', party: 'XL', body: { type: 'issue', notice } } as const;
    const body = { type: 'acknowledge', of: '1', post: 'shore', postName: 'Shore' } as const;
    return reduceNotice([
      issue,
      ...(minutes === null ? [] : [{ id: '2', at: at(minutes), by: 'olen', party: 'XT', body }]),
    ]);
  };
  const test = state(3, { type: 'test-call' });
  const states = [state(4), state(50), state(8), state(null), state(1, { mode: 'exercise' }), test];
  expect(channelFigures(states, '2026-03-03T08:20:00Z')).toMatchObject({
    ...{ notices: 4, open: 4, acknowledged: 3, limited: 4, late: 1, medianMinutes: 8, exercises: 1 },
    lastDrill: '2026-03-03T08:00:00.000Z',
  });
  expect(channelFigures([], '2026-03-03T08:20:00Z').medianMinutes).toBeNull();
  expect([test, state(null, { type: 'test-call' })].map((one) => testOfMonth([one], 'XL', '2026-03'))).toEqual([
    'answered',
    'unanswered',
  ]);
  expect(testOfMonth([test], 'XL', '2026-04')).toBe('missing');
});

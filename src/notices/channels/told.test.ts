import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ChannelAction, type ChannelActionBody, reduceChannel } from './channel.ts';
import { limitWordsOf, settleLimits } from './told.ts';

const CHANNEL = { names: { en: 'Water hotline' }, parties: ['XL', 'XT'], types: ['water-emergency'], commitments: [] };
const instant = (at: number) => new Date(Date.UTC(2026, 0, 1, 0, at)).toISOString();

/** Two nodes that each keep the log of one channel. */
function nodes() {
  const begun: ChannelAction = { id: '0', at: instant(0), by: 'x', body: { type: 'open', channel: CHANNEL } };
  const logs: Record<string, ChannelAction[]> = { XL: [begun], XT: [begun] };
  const log = (party: string) => logs[party] as ChannelAction[];
  const say = (party: string, at: number, minutes: number | null, agrees: boolean) => {
    const about = { party, of: 'water-emergency', clock: 'acknowledge' } as const;
    const known = reduceChannel(log(party)).limits[0];
    const body: ChannelActionBody =
      agrees && known !== undefined
        ? { type: 'agree-limit', ...about, minutes: known.minutes }
        : { type: 'propose-limit', ...about, minutes, source: 'protocol' };
    log(party).push({ id: String(at), at: instant(at), by: 'x', body });
  };
  const hear = (party: string, from: string) => {
    for (const { at, body } of settleLimits(log(party), from, limitWordsOf(log(from), from))) {
      log(party).push({ id: 'heard', at, by: 'node', body });
    }
  };
  const limits = (party: string) =>
    reduceChannel(log(party)).limits.map((one) => ({ ...one, agreed: one.agreed.toSorted() }));
  return { say, hear, limits };
}

test('a limit that one node proposes and the other agrees to is in force on both', () => {
  const { say, hear, limits } = nodes();
  say('XL', 1, 30, false);
  hear('XT', 'XL');
  say('XT', 2, null, true);
  hear('XL', 'XT');
  expect(limits('XL')).toMatchObject([{ minutes: 30, agreed: ['XL', 'XT'] }]);
  expect(limits('XT')).toEqual(limits('XL'));
});

test('an old word for the same minutes does not agree to a new proposal', () => {
  const { say, hear, limits } = nodes();
  say('XT', 1, 30, false);
  hear('XL', 'XT');
  say('XL', 2, 60, false);
  hear('XT', 'XL');
  say('XL', 3, 30, false);
  hear('XT', 'XL');
  expect(limits('XT')).toMatchObject([{ minutes: 30, agreed: ['XL'] }]);
});

test('whatever two sides say, and whenever they hear of it, both nodes come to the same limits', () => {
  const word = fc.record({
    party: fc.constantFrom('XL', 'XT'),
    minutes: fc.constantFrom(15, 30, 60, null),
    agrees: fc.boolean(),
    heard: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      const { say, hear, limits } = nodes();
      for (const [at, { party, minutes, agrees, heard }] of words.entries()) {
        say(party, at + 1, minutes, agrees);
        if (heard) hear(party === 'XL' ? 'XT' : 'XL', party);
      }
      for (const [one, other] of [
        ['XL', 'XT'],
        ['XT', 'XL'],
        ['XL', 'XT'],
      ] as const)
        hear(one, other);
      expect(limits('XL')).toEqual(limits('XT'));
    }),
  );
});

import { queryOptions, useQuery } from '@tanstack/react-query';
import { nameIn } from '../../register/index.ts';
import { useSpeech } from '../app/locale.tsx';
import { call } from '../client.ts';

/** Everybody of one's own side who holds or held a post. */
export const handsQuery = queryOptions({
  queryKey: ['hands'],
  queryFn: ({ signal }) => call('getHands', { signal }),
  staleTime: 60_000,
});

/** A holding's id, as the histories keep it. */
const HOLDING = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/** Says who did something, from the hand a history names: the person with the post they acted from. */
export function useHand(): (by: string) => string {
  const { locale, t } = useSpeech();
  const hands = useQuery(handsQuery).data?.hands;
  return (by) => {
    if (by === 'rules') return t('history.by-rules');
    if (by === 'officer') return t('history.by-officer');
    const hand = hands?.find(({ id }) => id === by);
    if (hand !== undefined) {
      const unit = nameIn(hand.unitNames, locale);
      return t('history.by-hand', { person: hand.person, role: t(`role.${hand.role}`), unit });
    }
    // Until the names are there nothing is better than a wrong one; what is not of this side has no name here.
    if (!HOLDING.test(by)) return by;
    return hands === undefined ? '…' : t('history.by-other-side');
  };
}

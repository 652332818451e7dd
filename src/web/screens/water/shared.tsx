import { useMutation } from '@tanstack/react-query';
import { Send } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useSpeech } from '../../app/locale.tsx';
import { call } from '../../client.ts';
import type { WaterList, WaterRow } from '../../data/water.ts';
import { KeepsWater } from '../../parts/decides.tsx';
import { useErrorText } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';
import { useDeed } from './agreed.tsx';

type Partner = WaterList['partners'][number];

/** Which nodes get the values of a series: every new one by itself, or those that are shown, once. */
export function Shared({
  row,
  partners,
  from,
}: {
  readonly row: WaterRow;
  readonly partners: readonly Partner[];
  readonly from: string | null;
}) {
  const { t } = useSpeech();
  // What another node measured is not ours to pass on.
  if (partners.length === 0 || row.source !== null) return null;
  return (
    <section className="water-agreed">
      <h3>{t('water-page.shared')}</h3>
      <ul>
        {partners.map((partner) => (
          <SharedWith key={partner.id} row={row} partner={partner} from={from} />
        ))}
      </ul>
    </section>
  );
}

function SharedWith({
  row,
  partner,
  from,
}: {
  readonly row: WaterRow;
  readonly partner: Partner;
  readonly from: string | null;
}) {
  const { t } = useSpeech();
  const say = useErrorText();
  const deed = useDeed(row);
  const on = (row.state.shared ?? []).includes(partner.id);
  const send = useMutation({
    mutationFn: () => call('shareWater', { params: { id: row.id }, body: { partner: partner.id, from } }),
    onSuccess: ({ values }) => toast({ text: t('water-page.sent', { count: values, name: partner.name }) }),
    onError: (error) => toast({ text: say(error) }),
  });
  return (
    <li>
      <span>
        <b>{partner.name}</b> {t(on ? 'water-page.shared-all' : 'water-page.shared-none')}
      </span>
      <KeepsWater>
        <Button className="button small" onPress={() => void deed({ type: 'share', partner: partner.id, on: !on })}>
          {t(on ? 'water-page.share-stop' : 'water-page.share-begin')}
        </Button>
        <Button className="button small" isDisabled={send.isPending} onPress={() => send.mutate()}>
          <Send size={14} aria-hidden />
          {t('water-page.share-shown')}
        </Button>
      </KeepsWater>
    </li>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSpeech } from '../app/locale.tsx';
import { channelsThenQuery } from '../data/notices.ts';
import { useAsOf } from './as-of.tsx';
import { ChannelFigures } from './channel-figures.tsx';
import { useNoticeText } from './notice-text.ts';

/** The channels that commitments created, and what each did: evidence that the promise is kept. */
export function ChannelsHere({ commitments }: { readonly commitments: readonly string[] }) {
  const { t } = useSpeech();
  const say = useNoticeText();
  const asOf = useAsOf();
  const rows = (useQuery(channelsThenQuery(asOf)).data?.rows ?? []).filter((row) =>
    row.commitments.some((id) => commitments.includes(id)),
  );
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="channels-here">
      <h2 id="channels-here">{t('channel.here')}</h2>
      <ul className="chain">
        {rows.map((row) => (
          <li key={row.id}>
            <Link to="/duty/roster" search={{ asOf }} dir="auto">
              {say.channel(row)}
            </Link>
            <ChannelFigures row={row} />
          </li>
        ))}
      </ul>
    </section>
  );
}

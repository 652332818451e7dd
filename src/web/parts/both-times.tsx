import { useNoticeText } from './notice-text.ts';
import './notices.css';

/** An instant as the clocks of each side show it; once where they show the same. */
export function BothTimes({ at, parties }: { readonly at: string; readonly parties: readonly string[] }) {
  const say = useNoticeText();
  const shown = [...new Set(parties.map((party) => say.wall(at, party)))];
  return (
    <time className="both-times" dateTime={at}>
      {shown.map((text) => (
        <span key={text}>{text}</span>
      ))}
    </time>
  );
}

import { type CSSProperties, memo, useEffect, useState } from 'react';
import { direction } from '../../../kernel/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { Passage, ReaderText } from '../../data/queries.ts';

/** More entries than this and the lower levels are left out. */
const ROOM = 60;

function entriesOf({ provisions, text }: ReaderText): Passage[] {
  // A dash leads nowhere: only markers that count or name.
  const isNumbered = ({ marker }: Passage) =>
    marker !== null && /[\p{L}\p{N}]/u.test(text.slice(marker.start, marker.end));
  const named = provisions.filter(
    (each) => each.role === 'heading' || (each.role === 'item' && each.path !== '' && isNumbered(each)),
  );
  for (let level = 6; level > 0; level--) {
    const kept = named.filter((each) => each.level <= level);
    if (kept.length <= ROOM) return kept;
  }
  return named.filter((each) => each.level === 0);
}

/** The passage at the top of the window. */
function useHere(entries: readonly Passage[]): number | null {
  const [here, setHere] = useState<number | null>(null);
  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      const passed = entries.findLast((each) => {
        const top = document.getElementById(`at-${each.index}`)?.getBoundingClientRect().top;
        return top !== undefined && top < 180;
      });
      setHere(passed?.index ?? null);
    };
    const scroll = () => {
      frame ||= requestAnimationFrame(look);
    };
    look();
    window.addEventListener('scroll', scroll, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', scroll);
    };
  }, [entries]);
  return here;
}

/** The structure of the text: its headings and numbered items, each a way to its place. */
export const Outline = memo(function Outline({
  text,
  onGo,
}: {
  readonly text: ReaderText;
  readonly onGo?: () => void;
}) {
  const { t } = useSpeech();
  const [entries] = useState(() => entriesOf(text));
  const here = useHere(entries);
  if (entries.length === 0) return <p className="small soft">{t('reader.no-outline')}</p>;
  return (
    <ol className="outline">
      {entries.map((each) => {
        const body = each.marker ? each.marker.end : each.span.start;
        const words = text.text
          .slice(body, Math.min(each.span.end, body + 120))
          .replace(/[*#~\\\s]+/g, ' ')
          .trim();
        return (
          <li
            key={each.index}
            dir={direction(each.language)}
            style={{ '--level': Math.min(3, each.level) } as CSSProperties}
          >
            <a
              href={`#at-${each.index}`}
              aria-current={here === each.index ? 'location' : undefined}
              lang={each.language === 'und' ? undefined : each.language}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(`at-${each.index}`)?.scrollIntoView({ block: 'start' });
                onGo?.();
              }}
            >
              {each.marker && <b>{text.text.slice(each.marker.start, each.marker.end)}</b>} {words}
            </a>
          </li>
        );
      })}
    </ol>
  );
});

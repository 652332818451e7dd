import { Search } from 'lucide-react';
import { type RefObject, useEffect, useState } from 'react';
import { Input, SearchField } from 'react-aria-components';

/** How long a typist pauses before the list follows, in milliseconds. */
const TYPING_MS = 220;

/** The line that searches a list; the words stand in the address, and the line follows it when it changes by itself. */
export function SearchLine({
  label,
  className,
  words,
  change,
  field,
}: {
  readonly label: string;
  readonly className: string;
  /** What is searched for, as the address has it. */
  readonly words: string | undefined;
  readonly change: (search: { q: string | undefined }) => void;
  readonly field: RefObject<HTMLInputElement | null>;
}) {
  const [typed, setTyped] = useState(words ?? '');
  const [told, setTold] = useState(words ?? '');
  if ((words ?? '') !== told) {
    setTold(words ?? '');
    setTyped(words ?? '');
  }
  useEffect(() => {
    if (typed === told) return;
    const timer = setTimeout(() => {
      setTold(typed);
      change({ q: typed === '' ? undefined : typed });
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, told, change]);
  return (
    <SearchField className={`find ${className}`} aria-label={label} value={typed} onChange={setTyped}>
      <Search size={14} aria-hidden />
      <Input ref={field} placeholder={label} />
      <kbd className="shortcut">/</kbd>
    </SearchField>
  );
}

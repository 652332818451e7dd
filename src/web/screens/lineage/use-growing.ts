import { startTransition, useEffect, useState } from 'react';

/** Lines that fill the tallest screen, and how many more each turn adds. */
const FIRST = 20;
const MORE = 40;

/**
 * The beginning of a long list at once, and more of it whenever the browser is idle, until all of it stands on the page: it
 * opens at once and can still be searched and printed whole. `least` lines are shown whatever the turn.
 */
export function useGrowing<Line>(lines: readonly Line[], least: number): readonly Line[] {
  const [count, setCount] = useState(FIRST);
  const whole = count >= lines.length;
  useEffect(() => {
    if (whole) return;
    const timer = setTimeout(() => startTransition(() => setCount(count + MORE)), 30);
    return () => clearTimeout(timer);
  }, [count, whole]);
  return whole ? lines : lines.slice(0, Math.max(count, least));
}

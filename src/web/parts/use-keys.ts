import { useEffect, useRef, useSyncExternalStore } from 'react';
import { recall, remember } from '../app/memory.ts';

/** Whether single letters act; a person who dictates or mistypes can switch them off (WCAG 2.1.4). */
let letters = recall('letters') !== 'off';
const listeners = new Set<() => void>();

export function setLetters(on: boolean): void {
  letters = on;
  remember('letters', on ? 'on' : 'off');
  for (const listener of listeners) listener();
}

export function useLetters(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => letters,
  );
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('[role="dialog"], [role="listbox"], [role="menu"]')) return true;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type);
  return (
    target instanceof HTMLTextAreaElement || target.isContentEditable || target.getAttribute('role') === 'spinbutton'
  );
}

/** Keys by what they do; `Shift+` and `Alt+` before a key name count, Ctrl and Meta are left to the browser. */
export type Keys = Readonly<Record<string, (() => void) | undefined>>;

/** Listens while nothing is being typed and no dialog is open. */
export function useKeys(keys: Keys): void {
  const now = useRef(keys);
  useEffect(() => {
    now.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.isComposing || isTyping(event.target))
        return;
      const name =
        event.key.length === 1
          ? event.key
          : `${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}${event.key}`;
      const act = now.current[name] ?? now.current[name.toLowerCase()];
      if (!act || (event.key.length === 1 && (!letters || event.altKey))) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

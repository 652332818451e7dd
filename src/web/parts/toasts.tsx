import { X } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Button } from 'react-aria-components';
import { useSpeech } from '../app/locale.tsx';
import './toasts.css';

export interface Toast {
  readonly text: string;
  readonly tone?: 'calm' | 'failure';
  /** A toast of a group takes the place of the one before it: fast work leaves one line, not twenty. */
  readonly group?: string;
  /** What takes the thing back, and what its button says. */
  readonly undo?: { readonly label: string; readonly run: () => void };
}

type Kept = Toast & { readonly key: number };

const SHOWN_MS = 9000;
let toasts: readonly Kept[] = [];
let next = 1;
const listeners = new Set<() => void>();

function change(list: readonly Kept[]): void {
  toasts = list;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells the outcome of something, for a while; the three latest stay on screen, screen readers hear each. */
export function toast(message: Toast): void {
  const others = toasts.filter((each) => message.group === undefined || each.group !== message.group);
  change([...others.slice(-2), { ...message, key: next++ }]);
}

function dismiss(key: number): void {
  change(toasts.filter((each) => each.key !== key));
}

function OneToast({ toast }: { readonly toast: Kept }) {
  const { t } = useSpeech();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismiss(toast.key), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held, toast.key]);
  return (
    <li
      className={`toast ${toast.tone ?? 'calm'}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{toast.text}</span>
      {toast.undo && (
        <Button
          className="button quiet"
          onPress={() => {
            toast.undo?.run();
            dismiss(toast.key);
          }}
        >
          {toast.undo.label}
        </Button>
      )}
      <Button className="button quiet icon" aria-label={t('toast.close')} onPress={() => dismiss(toast.key)}>
        <X size={14} aria-hidden />
      </Button>
    </li>
  );
}

/** The place where outcomes are told. */
export function Toasts() {
  const { t } = useSpeech();
  const shown = useSyncExternalStore(subscribe, () => toasts);
  return (
    <section className="toasts" aria-label={t('toast.region')} aria-live="polite">
      <ol>
        {shown.map((each) => (
          <OneToast key={each.key} toast={each} />
        ))}
      </ol>
    </section>
  );
}

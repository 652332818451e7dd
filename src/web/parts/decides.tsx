import type { ReactNode } from 'react';
import { useSpeech } from '../app/locale.tsx';
import { useMay, useSession } from '../data/session.ts';
import { useMayNow } from './as-of.tsx';

/** What only seats that decide in the register are offered, and on no past day. */
export function Decides({ children }: { readonly children: ReactNode }) {
  return useMayNow('decide') ? children : null;
}

/** What only seats that keep water data are offered: secretariats and duty officers. */
export function KeepsWater({ children }: { readonly children: ReactNode }) {
  return useMay('keep-water') ? children : null;
}

/** In the place of what a seat would decide: from where it looks, and whose it is to decide. */
export function ReadsOnly() {
  const { t } = useSpeech();
  const session = useSession();
  if (!session?.seat || session.deeds.includes('decide')) return null;
  return <p className="small soft reads-only">{t('seat.reads-only', { role: t(`role.${session.seat.role}`) })}</p>;
}

import type { ReactNode } from 'react';
import { formatNumber } from '../../i18n/index.ts';
import { useSpeech } from '../app/locale.tsx';
import './pages.css';

/** The stretches of a long list: which one is shown, and links to those before and after. Nothing where one holds all. */
export function Pages({
  page,
  size,
  total,
  more,
  link,
}: {
  /** From 1. */
  readonly page: number;
  /** Rows of a full page. */
  readonly size: number;
  /** Null where nobody counted. */
  readonly total: number | null;
  /** Whether the list goes on; only needed without a total. */
  readonly more?: boolean;
  readonly link: (page: number, rel: 'prev' | 'next', words: string) => ReactNode;
}) {
  const { locale, t } = useSpeech();
  const goesOn = total === null ? more === true : page * size < total;
  if (page === 1 && !goesOn) return null;
  const number = (value: number) => formatNumber(locale, value);
  const from = number((page - 1) * size + 1);
  return (
    <nav className="list-pages" aria-label={t('tasks.pages')}>
      {page > 1 && link(page - 1, 'prev', t('tasks.earlier'))}
      <span className="soft">
        {total === null
          ? t('list.stretch-from', { from })
          : t('tasks.stretch', { from, to: number(Math.min(page * size, total)), total: number(total) })}
      </span>
      {goesOn && link(page + 1, 'next', t('tasks.later'))}
    </nav>
  );
}

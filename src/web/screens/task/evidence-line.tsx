import { FileText, Hash, Link2 } from 'lucide-react';
import { formatBytes, formatDate } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { Evidence, TaskDetail } from '../../data/tasks.ts';

const ICONS = { file: FileText, document: Hash, link: Link2 } as const;

/** One piece of evidence: what it is, the day it was kept or looked at, and for a file its hash and the way to save it. */
export function EvidenceLine({ detail, one }: { readonly detail: TaskDetail; readonly one: Evidence }) {
  const { locale, t } = useSpeech();
  const Icon = ICONS[one.kind];
  const file = one.kind === 'file' ? detail.files.find(({ sha256 }) => sha256 === one.sha256) : undefined;
  return (
    <span className="evidence-line" dir="auto">
      <Icon size={14} aria-hidden />
      {one.kind === 'document' && <span>{one.title}</span>}
      {one.kind === 'link' && (
        <a href={one.url} rel="noreferrer noopener" target="_blank">
          {one.title}
        </a>
      )}
      {one.kind === 'file' && (
        <a href={`/api/tasks/${encodeURIComponent(detail.id)}/files/${one.sha256}`} download={one.name}>
          {one.title}
        </a>
      )}
      <span className="soft small">
        {one.kind === 'document' &&
          [one.number === one.title ? '' : one.number, one.date ? formatDate(locale, one.date) : '']
            .filter(Boolean)
            .join(' · ')}
        {one.kind === 'link' && t('task.evidence-seen', { day: formatDate(locale, one.seen) })}
        {file &&
          `${formatBytes(locale, file.size)} · ${t('task.evidence-kept', { day: formatDate(locale, file.added_at.slice(0, 10)) })} · `}
        {one.kind === 'file' && (
          <code title={t('task.evidence-hash', { hash: one.sha256 })}>{one.sha256.slice(0, 12)}</code>
        )}
      </span>
    </span>
  );
}

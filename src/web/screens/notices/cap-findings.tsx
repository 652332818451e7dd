import { messageText } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { AlertFile } from '../../data/notices.ts';

/** What was found in a CAP file: each departure from the standard with its place and clause. */
export function CapFindings({ findings }: Pick<AlertFile, 'findings'>) {
  const { locale } = useSpeech();
  if (findings.length === 0) return null;
  return (
    <ul className="cap-findings">
      {findings.map((finding) => (
        <li key={`${finding.rule} ${finding.path}`} className={finding.severity === 'error' ? 'failure-text' : ''}>
          {finding.line > 0 && `${finding.line}:${finding.column} `}
          {messageText(locale, finding)} <span className="soft">({finding.clause})</span>
        </li>
      ))}
    </ul>
  );
}

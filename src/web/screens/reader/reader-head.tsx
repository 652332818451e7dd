import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { actorName, formatBytes, formatDate, formatList, languageName, messageText } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { ReaderText } from '../../data/queries.ts';
import { CountLinks } from '../../parts/count-links.tsx';
import { ExportMenu } from '../../parts/export-menu.tsx';

/** From here on a title takes several lines, and is set smaller so that the text begins above the fold; in characters. */
const LONG_TITLE = 110;

/** What the text is: work, date, parties, language, file, and what should be known about how it was read. */
export function ReaderHead({ text, children }: { readonly text: ReaderText; readonly children: ReactNode }) {
  const { locale, t } = useSpeech();
  const { work, expression } = text;
  const others = work.expressions.filter((each) => each.id !== expression.id);
  const facts = [
    t(`work-type.${work.type}`),
    work.date && formatDate(locale, work.date, 'long'),
    formatList(
      locale,
      work.parties.map((party) => actorName(locale, party)),
    ),
    languageName(locale, expression.language),
  ].filter((fact) => fact);
  const { undecided, confirmed, corrected, rejected } = expression.counts;
  return (
    <header className="reader-head">
      <h1 dir="auto" className={work.title.length > LONG_TITLE ? 'long' : undefined}>
        {work.title}
      </h1>
      <p className="soft facts">
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        {others.map((each) => (
          <Link key={each.id} to="/read/$expressionId" params={{ expressionId: each.id }}>
            {languageName(locale, each.language)}
          </Link>
        ))}
        {others[0] && (
          <Link to="/versions/$a/$b" params={{ a: expression.id, b: others[0].id }}>
            {t('versions.open')}
          </Link>
        )}
        {expression.bytes === 0 ? (
          <span>{t('reader.no-file', { file: expression.file })}</span>
        ) : (
          <a href={`/api/expressions/${encodeURIComponent(expression.id)}/file`} download={expression.file}>
            {expression.file}
          </a>
        )}
        {expression.bytes > 0 && <span>{formatBytes(locale, expression.bytes)}</span>}
        {expression.version > 1 && <span>{t('documents.version', { version: expression.version })}</span>}
      </p>
      <div className="reader-counts">
        <CountLinks counts={expression.counts} narrowed={{ expression: [expression.id] }} />
        <ExportMenu
          list="commitments"
          search={{ expression: [expression.id] }}
          count={undecided + confirmed + corrected + rejected}
          text={expression}
        />
      </div>
      {expression.messages.length > 0 && (
        <details>
          <summary className="soft">{t('documents.messages', { count: expression.messages.length })}</summary>
          <ul className="messages">
            {expression.messages.map((message) => (
              <li key={`${message.id}${message.span?.start ?? ''}`} className={`message ${message.severity}`}>
                {messageText(locale, message)}
              </li>
            ))}
          </ul>
        </details>
      )}
      {children}
    </header>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Download, Keyboard, RefreshCw } from 'lucide-react';
import { Button, ProgressBar } from 'react-aria-components';
import { formatDate, languageName, messageText, problemText } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { call, writeQuery } from '../../client.ts';
import { type Side, versionsKey } from '../../data/versions.ts';
import { Choice } from '../../parts/choice.tsx';
import { useErrorText } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';
import type { Comparison } from './use-comparison.ts';

/** Which text stands on a side: another of the same work where there is one. */
function SideChoice({ side, comparison }: { readonly side: Side; readonly comparison: Comparison }) {
  const { locale, t } = useSpeech();
  const navigate = useNavigate();
  const { a, b } = comparison.versions;
  const own = side === 'a' ? a : b;
  const other = side === 'a' ? b : a;
  const texts = own.work.expressions.filter(({ id }) => id !== other.expression.id);
  const name = (id: string) => {
    const text = texts.find((one) => one.id === id);
    if (!text) return id;
    const twice = texts.filter(({ language }) => language === text.language).length > 1;
    return twice ? `${languageName(locale, text.language)} · ${text.file}` : languageName(locale, text.language);
  };
  return (
    <Choice
      label={t('versions.side', { side: side.toUpperCase() })}
      value={own.expression.id}
      values={texts.map(({ id }) => id)}
      name={name}
      onChange={(id) => void navigate({ to: '/versions/$a/$b', params: { a: id, b: other.expression.id } })}
    />
  );
}

function Exports({ comparison }: { readonly comparison: Comparison }) {
  const { locale, t } = useSpeech();
  const { versions, search } = comparison;
  const { severity, type, state } = search;
  const query = writeQuery({ severity, type, state, locale });
  const address = (form: string) =>
    `/api/versions/${encodeURIComponent(versions.a.expression.id)}/${encodeURIComponent(versions.b.expression.id)}/table.${form}?${query}`;
  return (
    <>
      <a className="button small" href={address('docx')} download>
        <Download size={14} aria-hidden />
        {t('versions.docx')}
      </a>
      <a className="button small" href={address('csv')} download>
        <Download size={14} aria-hidden />
        {t('versions.csv')}
      </a>
    </>
  );
}

function CompareAgain({ comparison }: { readonly comparison: Comparison }) {
  const { t } = useSpeech();
  const say = useErrorText();
  const queries = useQueryClient();
  const { a, b, progress } = comparison.versions;
  const params = { a: a.expression.id, b: b.expression.id };
  return (
    <Button
      className="button small quiet"
      isDisabled={progress !== null}
      onPress={() =>
        void call('compareAgain', { params, body: {} }).then(
          (versions) => queries.setQueryData(versionsKey(params.a, params.b), versions),
          (error: unknown) => toast({ text: say(error), tone: 'failure' }),
        )
      }
    >
      <RefreshCw size={14} aria-hidden />
      {t('versions.again')}
    </Button>
  );
}

/** What is compared, how it stands, and what can be taken along. */
export function VersionsHead({
  comparison,
  onShortcuts,
}: {
  readonly comparison: Comparison;
  readonly onShortcuts: () => void;
}) {
  const { locale, t } = useSpeech();
  const { a, b, progress, problem, messages, lostEdits } = comparison.versions;
  const oneWork = a.work.id === b.work.id;
  return (
    <header className="versions-head">
      <h1>
        <bdi>{a.work.title}</bdi>
      </h1>
      <p className="facts soft">
        {a.work.date && <span>{formatDate(locale, a.work.date, 'long')}</span>}
        {[a, b].map(({ expression }) => (
          <Link key={expression.id} to="/read/$expressionId" params={{ expressionId: expression.id }}>
            {languageName(locale, expression.language)} · {expression.file}
          </Link>
        ))}
        {!oneWork && <span dir="auto">{b.work.title}</span>}
      </p>
      <div className="versions-choices">
        <SideChoice side="a" comparison={comparison} />
        <SideChoice side="b" comparison={comparison} />
        <div className="versions-tools">
          <CompareAgain comparison={comparison} />
          <Exports comparison={comparison} />
          <Button className="button quiet icon small" aria-label={t('shortcuts.title')} onPress={onShortcuts}>
            <Keyboard size={16} aria-hidden />
          </Button>
        </div>
      </div>
      {progress !== null && (
        <div className="versions-progress" role="status">
          <span className="small soft">{t('versions.comparing')}</span>
          <ProgressBar className="progress" aria-label={t('versions.comparing')} value={progress * 100}>
            {({ percentage }) => <span className="progress-done" style={{ width: `${percentage ?? 0}%` }} />}
          </ProgressBar>
        </div>
      )}
      {(problem || messages.length > 0 || lostEdits > 0) && (
        <ul className="messages small">
          {problem && <li className="message error">{problemText(locale, problem)}</li>}
          {messages.map((message) => (
            <li key={message.id + String(message.details.side ?? '')} className={`message ${message.severity}`}>
              {messageText(locale, message)}
            </li>
          ))}
          {lostEdits > 0 && <li className="message warning">{t('versions.lost-edits', { count: lostEdits })}</li>}
        </ul>
      )}
    </header>
  );
}

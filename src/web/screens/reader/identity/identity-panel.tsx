import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Span } from '../../../../kernel/index.ts';
import { useSpeech } from '../../../app/locale.tsx';
import { useMay } from '../../../data/session.ts';
import { Decides } from '../../../parts/decides.tsx';
import { CorrectField } from './correct-field.tsx';
import { fieldText, isDoubtful } from './field-value.ts';
import './identity.css';
import { OddityList } from './oddity-list.tsx';
import type { Decision, Identity, IdentityEntry } from './use-identity.ts';
import { WorksInFile } from './works-in-file.tsx';

interface PanelProps {
  readonly identity: Identity;
  /** Opened by the link that led here. */
  readonly open: boolean;
  readonly show: (span: Span) => void;
  readonly decide: (decision: Decision, text: string) => void;
}

/** Fields still to be confirmed: what the rules read, or left as it is by people. */
export function openFields({ fields }: Identity): IdentityEntry[] {
  return fields.filter(({ state, value }) => state === 'proposed' && value !== null);
}

function FieldLine({
  entry,
  show,
  onCorrect,
  onConfirm,
}: {
  readonly entry: IdentityEntry;
  readonly show: PanelProps['show'];
  readonly onCorrect: () => void;
  readonly onConfirm: () => void;
}) {
  const speech = useSpeech();
  const { t } = speech;
  const may = useMay('decide');
  const { read, state } = entry;
  const text = fieldText(speech, entry);
  return (
    <div className={`identity-field ${state} ${isDoubtful(entry) ? 'doubtful' : ''}`}>
      <dt>{t(`identity.field.${entry.field}`)}</dt>
      <dd>
        <p className="identity-value" dir="auto">
          {text ?? <span className="soft">{t('identity.not-said')}</span>}
        </p>
        {read && (
          <p className="small soft">
            {isDoubtful(entry) && <b className="doubt">{t('identity.doubtful')}</b>}
            {read.span && (
              <Button className="quote-link" onPress={() => read.span && show(read.span)}>
                <q dir="auto">{read.words.length > 90 ? `${read.words.slice(0, 90)} …` : read.words}</q>
              </Button>
            )}
            <span>{t(`identity.why.${read.why}` as 'identity.why.date-line')}</span>
          </p>
        )}
      </dd>
      <dd className="identity-acts">
        {state !== 'proposed' && <span className="small soft">{t(`identity.state.${state}`)}</span>}
        {may && state === 'proposed' && text !== null && (
          <Button className="button quiet small" onPress={onConfirm}>
            {t('identity.confirm')}
          </Button>
        )}
        <Decides>
          {' '}
          <Button className="button quiet small" onPress={onCorrect}>
            {t('identity.correct')}
          </Button>
        </Decides>
      </dd>
    </div>
  );
}

/** What the file is: each field with the words that say so, the doubtful first; other works in the file; oddities. */
export function IdentityPanel({ identity, open: opened, show, decide }: PanelProps) {
  const { t } = useSpeech();
  const may = useMay('decide');
  const [correcting, setCorrecting] = useState<IdentityEntry | null>(null);
  const open = openFields(identity);
  const unknown = identity.oddities.filter(({ known }) => known === null).length;
  const inOrder = identity.fields.toSorted((a, b) => Number(isDoubtful(b)) - Number(isDoubtful(a)));
  const confirm = (fields: readonly IdentityEntry[]) =>
    decide({ type: 'confirm', fields: fields.map(({ field }) => field) }, t('identity.confirmed'));
  return (
    <>
      {(identity.links.length > 0 || identity.cuts.length > 0) && <WorksInFile {...{ identity, show, decide }} />}
      <details className="identity" open={opened || undefined}>
        <summary>
          {t('identity.title')}
          <span className="soft">
            {open.length > 0 ? t('identity.to-confirm', { count: open.length }) : t('identity.all-confirmed')}
            {unknown > 0 && ` · ${t('oddity.count', { count: unknown })}`}
          </span>
        </summary>
        <dl>
          {inOrder.map((entry) => (
            <FieldLine
              key={entry.field}
              entry={entry}
              show={show}
              onCorrect={() => setCorrecting(entry)}
              onConfirm={() => confirm([entry])}
            />
          ))}
        </dl>
        {may && open.length > 0 && (
          <Button className="button primary small" onPress={() => confirm(open)}>
            {t('identity.confirm-all')} <kbd>A</kbd>
          </Button>
        )}
        {identity.oddities.length > 0 && <OddityList oddities={identity.oddities} {...{ show, decide }} />}
      </details>
      {correcting && (
        <CorrectField
          entry={correcting}
          onSave={(value) => {
            const fields = { [correcting.field]: value };
            decide({ type: 'correct', fields } as Decision, t('identity.saved'));
          }}
          onClose={() => setCorrecting(null)}
        />
      )}
    </>
  );
}

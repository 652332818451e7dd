import { Button } from 'react-aria-components';
import { formatInstant } from '../../i18n/index.ts';
import { useSpeech } from '../app/locale.tsx';
import type { Detail } from '../data/queries.ts';
import { Window } from './dialog.tsx';
import { useFieldText } from './field-text.ts';
import { type Conflict, setConflict, useConflict, useDecisions } from './use-decisions.ts';

function Ours({ ours }: { readonly ours: Conflict['ours'] }) {
  const { t } = useSpeech();
  const say = useFieldText();
  const fields = ours.verdict.type === 'correct' ? Object.entries(ours.verdict.fields ?? {}) : [];
  return (
    <div>
      <h3>{t('conflict.ours')}</h3>
      <p>{t(`verdict.${ours.verdict.type}`)}</p>
      <ul>
        {fields.map(([name, value]) => (
          <li key={name}>{say(name, value)}</li>
        ))}
      </ul>
    </div>
  );
}

function Theirs({ theirs }: { readonly theirs: Detail }) {
  const { locale, t } = useSpeech();
  const say = useFieldText();
  const last = theirs.history.at(-1);
  return (
    <div>
      <h3>{t('conflict.theirs')}</h3>
      <p>
        {t(`decision.${theirs.decision}`)}
        {last && <span className="soft"> · {formatInstant(locale, last.at)}</span>}
      </p>
      <ul>
        {(last?.changes ?? []).map((change) => (
          <li key={change.field}>{say(change.field, change.after)}</li>
        ))}
      </ul>
    </div>
  );
}

/** Shows both sides of a change that two people made at once; nothing is overwritten without a look. */
export function ConflictWindow() {
  const { t } = useSpeech();
  const conflict = useConflict();
  const decide = useDecisions();
  if (!conflict) return null;
  const close = () => setConflict(null);
  return (
    <Window title={t('conflict.title')} open onClose={close}>
      <p>{t('conflict.explain')}</p>
      <blockquote className="quote" lang={conflict.theirs.language} dir="auto">
        {conflict.theirs.quote}
      </blockquote>
      <div className="form-pair">
        <Ours ours={conflict.ours} />
        <Theirs theirs={conflict.theirs} />
      </div>
      <div className="dialog-actions">
        <Button className="button" onPress={close}>
          {t('conflict.keep')}
        </Button>
        <Button
          className="button primary"
          onPress={() => {
            close();
            void decide(conflict.theirs, conflict.ours.verdict);
          }}
        >
          {t('conflict.apply')}
        </Button>
      </div>
    </Window>
  );
}

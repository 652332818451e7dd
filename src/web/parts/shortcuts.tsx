import { Button, Switch } from 'react-aria-components';
import type { MessageId } from '../../i18n/index.ts';
import { useSpeech } from '../app/locale.tsx';
import { Window } from './dialog.tsx';
import './shortcuts.css';
import { setLetters, useLetters } from './use-keys.ts';

export type Shortcut = readonly [keys: string, what: MessageId];

/** The sheet of keys, and the switch that turns single letters off. */
export function Shortcuts({
  list,
  open,
  onClose,
}: {
  readonly list: readonly Shortcut[];
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useSpeech();
  const letters = useLetters();
  return (
    <Window title={t('shortcuts.title')} open={open} onClose={onClose}>
      <dl className="shortcuts">
        {list.map(([keys, what]) => (
          <div key={what}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key} className="shortcut">
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{t(what)}</dd>
          </div>
        ))}
      </dl>
      <Switch className="switch" isSelected={letters} onChange={setLetters}>
        <span className="switch-track" />
        {t('shortcuts.letters')}
      </Switch>
      <div className="dialog-actions">
        <Button className="button" onPress={onClose}>
          {t('form.close')}
        </Button>
      </div>
    </Window>
  );
}

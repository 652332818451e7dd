import { useSpeech } from '../../app/locale.tsx';
import { FormWindow } from '../../parts/form-window.tsx';
import { useErrorText } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';

/** Asks before something ends that cannot begin again. */
export function EndWindow({
  title,
  explain,
  what,
  end,
  onClose,
}: {
  readonly title: string;
  readonly explain: string;
  /** The name of what ends. */
  readonly what: string;
  readonly end: () => Promise<unknown>;
  readonly onClose: () => void;
}) {
  const say = useErrorText();
  const { t } = useSpeech();
  const save = () =>
    end().then(
      () => true,
      (error: unknown) => {
        toast({ text: say(error), tone: 'failure' });
        return false;
      },
    );
  return (
    <FormWindow title={t('field.is', { field: title, value: what })} save={title} onClose={onClose} onSave={save}>
      <p>{explain}</p>
    </FormWindow>
  );
}

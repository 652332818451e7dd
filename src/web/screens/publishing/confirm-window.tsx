import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { useSpeech } from '../../app/locale.tsx';
import { type PublishingItem, type PublishingOfWork, usePublish } from '../../data/publishing.ts';
import { FormWindow } from '../../parts/form-window.tsx';
import { useErrorText } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';
import type { Fields } from './field-choice.tsx';

const nameOf = ({ kind, item, version }: PublishingItem) => ({ kind, item, version });

/** Asks before anything becomes public or is taken back, and offers to undo it afterwards. */
export function ConfirmWindow({
  work,
  what,
  items,
  fields,
  onClose,
  onDone,
}: {
  readonly work: string;
  readonly what: 'publish' | 'withdraw';
  readonly items: readonly PublishingItem[];
  readonly fields: Fields;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { t } = useSpeech();
  const say = useErrorText();
  const [note, setNote] = useState('');
  const { mutateAsync } = usePublish(work);
  const fail = (error: unknown) => toast({ text: say(error), tone: 'failure' });
  // Only what this action changed is undone: a version that did not move was left as it was.
  const undo = (answer: PublishingOfWork) => {
    const before = new Map(items.map(({ kind, item, version }) => [`${kind} ${item}`, version]));
    const moved = answer.items.filter((one) => {
      const version = before.get(`${one.kind} ${one.item}`);
      return version !== undefined && version !== one.version;
    });
    if (moved.length > 0) mutateAsync({ type: 'undo', items: moved.map(nameOf) }).catch(fail);
  };
  const save = async (): Promise<boolean> => {
    const named = items.map(nameOf);
    try {
      const body =
        what === 'publish'
          ? { type: what, items: named, fields: { ...fields, work: [...fields.work] } }
          : { type: what, items: named, note };
      const answer = await mutateAsync(body as Parameters<typeof mutateAsync>[0]);
      const text = t(what === 'publish' ? 'publishing.published' : 'publishing.withdrawn', { count: items.length });
      toast({ text, undo: { label: t('publishing.undo'), run: () => undo(answer) } });
      onDone();
      return true;
    } catch (error) {
      fail(error);
      return false;
    }
  };
  const title = t(what === 'publish' ? 'publishing.publish' : 'publishing.withdraw', { count: items.length });
  return (
    <FormWindow title={title} save={title} onClose={onClose} onSave={save}>
      <p>{t(what === 'publish' ? 'publishing.publish-explain' : 'publishing.withdraw-explain')}</p>
      <ul className="publishing-named">
        {items.slice(0, 8).map((item) => (
          <li key={item.id} dir="auto">
            {item.title}
          </li>
        ))}
        {items.length > 8 && <li className="soft">{t('facet.more', { count: items.length - 8 })}</li>}
      </ul>
      {what === 'withdraw' && (
        <TextField className="field" value={note} onChange={setNote}>
          <Label>{t('publishing.note')}</Label>
          <Input className="field-input" />
        </TextField>
      )}
    </FormWindow>
  );
}

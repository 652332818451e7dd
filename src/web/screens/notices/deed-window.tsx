import { useState } from 'react';
import { Checkbox } from 'react-aria-components';
import { useSpeech } from '../../app/locale.tsx';
import { type NoticeRow, useActOnNotice } from '../../data/notices.ts';
import { FormWindow } from '../../parts/form-window.tsx';
import { LinesField } from '../../parts/lines-field.tsx';
import { lacking } from '../../parts/missing.tsx';
import { useDesk } from '../../parts/use-desk.ts';
import { useTry } from '../../parts/use-try.ts';

export type NoticeVerbAsked = Exclude<NoticeRow['actions'][string][number], 'acknowledge' | 'update'>;

/** What is to be done to a notice, once words were given to it. */
export interface AskedDeed {
  readonly id: string;
  readonly of: string;
  readonly party: string;
  readonly verb: NoticeVerbAsked;
}

/** Asks for the words that go with a deed. Both sides read them. */
export function DeedWindow({ deed, onClose }: { readonly deed: AskedDeed; readonly onClose: () => void }) {
  const { t } = useSpeech();
  const attempt = useTry();
  const deskOf = useDesk();
  const { mutateAsync } = useActOnNotice();
  const [text, setText] = useState('');
  const [final, setFinal] = useState(false);
  const { id, of, party, verb } = deed;
  const needed = verb === 'follow-up' || verb === 'refuse' || verb === 'cancel';
  const body =
    verb === 'follow-up'
      ? { type: verb, text, final }
      : verb === 'take'
        ? { type: verb, post: deskOf(party), text }
        : { type: verb, text };
  return (
    <FormWindow
      title={t(`notice-verb.${verb}`)}
      save={t(`notice-verb.${verb}`)}
      missing={lacking([!needed || text.trim() !== '', t('notices.words')])}
      onClose={onClose}
      onSave={() => attempt(() => mutateAsync({ id, of, party, body }))}
    >
      <p className="soft">{t('notices.both-read')}</p>
      <LinesField label={t('notices.words')} value={text} onChange={setText} />
      {verb === 'follow-up' && (
        <Checkbox className="checkbox" isSelected={final} onChange={setFinal}>
          <span className="checkbox-box" aria-hidden>
            {final && '✓'}
          </span>
          {t('notices.final')}
        </Checkbox>
      )}
    </FormWindow>
  );
}

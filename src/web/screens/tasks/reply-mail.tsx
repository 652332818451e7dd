import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Mail } from 'lucide-react';
import { useState } from 'react';
import { Button, Checkbox, FileTrigger, Label, TextArea, TextField } from 'react-aria-components';
import { formatInstant, type MessageId } from '../../../i18n/index.ts';
import type { ReplyMailShape } from '../../../server/contract/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { call, send } from '../../client.ts';
import { FormWindow } from '../../parts/form-window.tsx';
import { lacking } from '../../parts/missing.tsx';
import { useErrorText } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';

/** What a saved mail says, which urgings it answers, and entering it as their reply: a person says so each time. */
function ReplyWindow({ mail, onClose }: { readonly mail: ReplyMailShape; readonly onClose: () => void }) {
  const { locale, t } = useSpeech();
  const say = useErrorText();
  const queries = useQueryClient();
  const written = mail.at === null ? '' : formatInstant(locale, mail.at);
  const [text, setText] = useState(`${t('reply-mail.head', { at: written, from: mail.from })}\n${mail.text}`.trim());
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set(mail.urgings.map(({ urging }) => urging)));
  const enter = async () => {
    try {
      for (const { task, urging } of mail.urgings.filter((one) => taken.has(one.urging))) {
        const { state } = await call('getTask', { query: {}, params: { id: task } });
        await call('actOnTask', {
          params: { id: task },
          body: { version: state.version, body: { type: 'reply', urging, text } },
        });
      }
      toast({ text: t('reply-mail.entered', { count: taken.size }) });
      void queries.invalidateQueries();
      return true;
    } catch (error) {
      toast({ text: say(error), tone: 'failure' });
      return false;
    }
  };
  return (
    <FormWindow
      title={t('reply-mail.title')}
      save={t('reply-mail.enter')}
      missing={lacking([taken.size > 0, t('reply-mail.which')], [text.trim() !== '', t('reply-mail.words')])}
      onClose={onClose}
      onSave={enter}
    >
      <p dir="auto">
        <b>{mail.subject}</b>
        <br />
        <span className="soft small">
          {mail.from} · {written || t('reply-mail.no-time')}
        </span>
      </p>
      <p className="soft small">
        {mail.sender
          ? t('reply-mail.sender', {
              person: mail.sender.person,
              role: t(`role.${mail.sender.role}` as MessageId),
              unit: mail.sender.unit,
            })
          : t('reply-mail.sender-unknown')}
      </p>
      <p>{t(mail.by === null ? 'reply-mail.no-match' : `reply-mail-by.${mail.by}`)}</p>
      {mail.urgings.map(({ urging, title }) => (
        <Checkbox
          key={urging}
          className="checkbox"
          isSelected={taken.has(urging)}
          onChange={(on) => setTaken(new Set(on ? [...taken, urging] : [...taken].filter((one) => one !== urging)))}
        >
          <span className="checkbox-box">✓</span>
          {title}
        </Checkbox>
      ))}
      <TextField className="field" value={text} onChange={setText}>
        <Label>{t('reply-mail.words')}</Label>
        <TextArea className="field-input" rows={8} dir="auto" />
      </TextField>
    </FormWindow>
  );
}

/** Brings a saved mail (.eml) in as the reply to an urging. */
export function ReplyMail() {
  const { t } = useSpeech();
  const say = useErrorText();
  const [mail, setMail] = useState<ReplyMailShape | null>(null);
  const { mutate, isPending } = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append('files', file, file.name);
      return send<ReplyMailShape>('/api/urgings/replies', form);
    },
    onSuccess: setMail,
    onError: (error) => toast({ text: say(error), tone: 'failure' }),
  });
  return (
    <>
      <FileTrigger acceptedFileTypes={['.eml', 'message/rfc822']} onSelect={(list) => list?.[0] && mutate(list[0])}>
        <Button className="button" isDisabled={isPending}>
          <Mail size={14} aria-hidden /> {t('reply-mail.bring')}
        </Button>
      </FileTrigger>
      {mail && <ReplyWindow mail={mail} onClose={() => setMail(null)} />}
    </>
  );
}

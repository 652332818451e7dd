import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { useSpeech } from '../../app/locale.tsx';
import { call } from '../../client.ts';
import { type Exchange, useExchangeStep } from '../../data/exchange.ts';
import { FormWindow } from '../../parts/form-window.tsx';
import { lacking } from '../../parts/missing.tsx';
import { useErrorText } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';

/** What a node is called, and where it is reached. */
export function NodeWindow({ node, onClose }: { readonly node: Exchange['node']; readonly onClose: () => void }) {
  const { t } = useSpeech();
  const say = useErrorText();
  const [typed, setTyped] = useState({
    ...{ id: node?.id ?? 'urn:servanda:', name: node?.name ?? '', address: node?.address ?? '' },
  });
  const set = useExchangeStep(() =>
    call('setNode', {
      body: { id: typed.id.trim(), name: typed.name.trim(), address: typed.address.trim() || null },
    }),
  );
  const save = () =>
    set.mutateAsync().then(
      () => true,
      (error: unknown) => {
        toast({ text: say(error), tone: 'failure' });
        return false;
      },
    );
  const missing = lacking(
    [typed.name.trim() !== '', t('partners.name')],
    [/^urn:servanda:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/.test(typed.id.trim()), t('partners.node-id')],
  );
  return (
    <FormWindow title={t('partners.own')} save={t('form.save')} missing={missing} onClose={onClose} onSave={save}>
      <TextField className="field" value={typed.name} onChange={(name) => setTyped({ ...typed, name })} autoFocus>
        <Label>{t('partners.name')}</Label>
        <Input className="field-input" />
      </TextField>
      <TextField className="field" value={typed.id} onChange={(id) => setTyped({ ...typed, id })}>
        <Label>{t('partners.node-id')}</Label>
        <Input className="field-input" dir="ltr" />
      </TextField>
      <TextField className="field" value={typed.address} onChange={(address) => setTyped({ ...typed, address })}>
        <Label>{t('partners.address')}</Label>
        <Input className="field-input" type="url" dir="ltr" placeholder="https://" />
      </TextField>
      <p className="soft small">{t('partners.address-explain')}</p>
    </FormWindow>
  );
}

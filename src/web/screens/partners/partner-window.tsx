import { useState } from 'react';
import { Checkbox, CheckboxGroup, Input, Label, TextArea, TextField } from 'react-aria-components';
import { EXCHANGE_TYPES, PARTNER_KIND_NAMES } from '../../../server/contract/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { call } from '../../client.ts';
import { useExchangeStep } from '../../data/exchange.ts';
import { useSession } from '../../data/session.ts';
import { Choice } from '../../parts/choice.tsx';
import { FormWindow } from '../../parts/form-window.tsx';
import { lacking } from '../../parts/missing.tsx';
import { useErrorText } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';

interface Card {
  readonly id: string;
  readonly name: string;
  readonly address: string | null;
  readonly keys: readonly Record<string, string>[];
}

/** The card of a node as it was handed over; null where the text is none. */
function cardOf(text: string): Card | null {
  try {
    const { id, name, address = null, keys = [] } = JSON.parse(text) as Partial<Card>;
    return typeof id === 'string' && typeof name === 'string' && Array.isArray(keys)
      ? { id, name, address, keys }
      : null;
  } catch {
    return null;
  }
}

/** Begins to exchange with another node, from the card it handed over. */
export function PartnerWindow({ onClose }: { readonly onClose: () => void }) {
  const { t } = useSpeech();
  const say = useErrorText();
  const own = useSession()?.seat?.party ?? '';
  const [text, setText] = useState('');
  const [typed, setTyped] = useState({ party: '', own, kind: 'other-side' as (typeof PARTNER_KIND_NAMES)[number] });
  const [types, setTypes] = useState<string[]>([...EXCHANGE_TYPES]);
  const card = cardOf(text);
  const add = useExchangeStep(async (given: Card) => {
    const { id, name, address, keys } = given;
    const chosen = EXCHANGE_TYPES.filter((type) => types.includes(type));
    await call('addPartner', { body: { id, name, address, ...typed, types: chosen } });
    for (const key of keys) await call('actOnPartner', { params: { id }, body: { type: 'add-key', key } });
  });
  const save = async () => {
    try {
      if (card !== null) await add.mutateAsync(card);
      return card !== null;
    } catch (error) {
      toast({ text: say(error), tone: 'failure' });
      return false;
    }
  };
  const missing = lacking(
    [card !== null, t('partners.card')],
    [/^[A-Z]{2}$/.test(typed.party), t('partners.party')],
    [/^[A-Z]{2}$/.test(typed.own), t('partners.own-party')],
  );
  return (
    <FormWindow title={t('partners.add')} save={t('partners.add')} missing={missing} onClose={onClose} onSave={save}>
      <p className="soft">{t('partners.add-explain')}</p>
      <TextField className="field" value={text} onChange={setText} autoFocus isInvalid={text !== '' && card === null}>
        <Label>{t('partners.card')}</Label>
        <TextArea className="field-input" rows={4} dir="ltr" spellCheck="false" />
      </TextField>
      {card && (
        <p>
          <b dir="auto">{card.name}</b> <code dir="ltr">{card.id}</code>
        </p>
      )}
      <div className="form-pair">
        <TextField
          className="field"
          value={typed.party}
          onChange={(party) => setTyped({ ...typed, party: party.toUpperCase() })}
        >
          <Label>{t('partners.party')}</Label>
          <Input className="field-input" maxLength={2} dir="ltr" />
        </TextField>
        {own === '' && (
          <TextField
            className="field"
            value={typed.own}
            onChange={(ours) => setTyped({ ...typed, own: ours.toUpperCase() })}
          >
            <Label>{t('partners.own-party')}</Label>
            <Input className="field-input" maxLength={2} dir="ltr" />
          </TextField>
        )}
      </div>
      <Choice
        label={t('partners.kind')}
        value={typed.kind}
        values={PARTNER_KIND_NAMES}
        name={(kind) => t(`partner-kind.${kind}`)}
        onChange={(kind) => setTyped({ ...typed, kind })}
      />
      <CheckboxGroup className="field" value={types} onChange={setTypes}>
        <Label>{t('partners.types')}</Label>
        {EXCHANGE_TYPES.map((type) => (
          <Checkbox key={type} value={type} className="checkbox">
            <span className="checkbox-box">✓</span>
            {t(`exchange-type.${type}`)}
          </Checkbox>
        ))}
      </CheckboxGroup>
    </FormWindow>
  );
}

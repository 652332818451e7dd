import { type ReactNode, useState } from 'react';
import { Checkbox, CheckboxGroup, Input, Label, TextField } from 'react-aria-components';
import { nameIn } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { useSession } from '../../data/session.ts';
import { Choice } from '../../parts/choice.tsx';
import { FormWindow } from '../../parts/form-window.tsx';
import { lacking } from '../../parts/missing.tsx';
import { useErrorText } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';

/** Says the seat that something acts from. */
export function useSeatName(): (holding: string) => string {
  const { t, locale } = useSpeech();
  const seats = useSession()?.seats ?? [];
  return (holding) => {
    const seat = seats.find(({ id }) => id === holding);
    return seat === undefined ? t('tokens.seat-gone') : `${t(`role.${seat.role}`)} · ${nameIn(seat.unitNames, locale)}`;
  };
}

/** What a program is added with: its name or address, the seat it acts from, and what of a list was ticked. */
export interface ProgramAdded<T extends string> {
  readonly name: string;
  readonly holding: string;
  readonly ticked: readonly T[];
}

/** Adds a program that acts from a seat; what it is known by comes back once and is handed on. */
export function ProgramWindow<T extends string>(props: {
  readonly title: string;
  readonly name: { readonly label: string; readonly address: boolean };
  readonly list: { readonly label: string; readonly all: readonly T[]; readonly first: readonly T[] };
  readonly wordsOf: (one: T) => string;
  readonly add: (added: ProgramAdded<T>) => Promise<string>;
  readonly onDone: (secret: string) => void;
  readonly onClose: () => void;
  /** Further fields, below the list. */
  readonly children?: ReactNode;
}) {
  const { title, name, list, wordsOf, add, onDone, onClose, children } = props;
  const { t } = useSpeech();
  const say = useErrorText();
  const seatName = useSeatName();
  const { seat, seats = [] } = useSession() ?? {};
  const [typed, setTyped] = useState<ProgramAdded<T>>({
    ...{ name: '', holding: seat?.id ?? seats[0]?.id ?? '', ticked: list.first },
  });
  const named = name.address ? URL.canParse(typed.name.trim()) : typed.name.trim() !== '';
  const save = async (): Promise<boolean> => {
    try {
      onDone(await add({ ...typed, name: typed.name.trim() }));
      return true;
    } catch (error) {
      toast({ text: say(error), tone: 'failure' });
      return false;
    }
  };
  return (
    <FormWindow
      title={title}
      save={title}
      missing={lacking([named, name.label], [typed.ticked.length > 0, list.label])}
      onClose={onClose}
      onSave={save}
    >
      <TextField className="field" value={typed.name} onChange={(text) => setTyped({ ...typed, name: text })} autoFocus>
        <Label>{name.label}</Label>
        <Input className="field-input" {...(name.address && { type: 'url', placeholder: 'https://', dir: 'ltr' })} />
      </TextField>
      <Choice
        label={t('tokens.seat')}
        value={typed.holding}
        values={seats.map(({ id }) => id)}
        name={seatName}
        onChange={(holding) => setTyped({ ...typed, holding })}
      />
      <CheckboxGroup
        className="field"
        value={[...typed.ticked]}
        onChange={(ticked) => setTyped({ ...typed, ticked: ticked as T[] })}
      >
        <Label>{list.label}</Label>
        {list.all.map((one) => (
          <Checkbox key={one} value={one} className="checkbox">
            <span className="checkbox-box">✓</span>
            {wordsOf(one)}
          </Checkbox>
        ))}
      </CheckboxGroup>
      {children}
    </FormWindow>
  );
}

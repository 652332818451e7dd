import { Button, Checkbox, CheckboxGroup, Group, Input, Label, NumberField } from 'react-aria-components';
import { URGED } from '../../../register/index.ts';
import { STRENGTHS } from '../../../vocabulary/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { LadderStep } from '../../data/ladders.ts';
import { Choice } from '../../parts/choice.tsx';
import { OPEN_STATES } from './step-text.ts';

const WHENS = ['before-working', 'after-working', 'before-days', 'after-days'] as const;
type When = (typeof WHENS)[number];

function whenOf({ days, of }: LadderStep): When {
  const side = days < 0 ? 'before' : 'after';
  return of === 'days' ? `${side}-days` : `${side}-working`;
}

function Count({
  label,
  value,
  least,
  onChange,
}: {
  readonly label: string;
  readonly value: number | null;
  readonly least: number;
  readonly onChange: (value: number | null) => void;
}) {
  return (
    <NumberField
      className="field"
      value={value ?? Number.NaN}
      minValue={least}
      maxValue={365}
      onChange={(typed) => onChange(Number.isNaN(typed) ? null : typed)}
    >
      <Label>{label}</Label>
      <Group>
        <Input className="field-input" dir="ltr" />
      </Group>
    </NumberField>
  );
}

/** Any of some words, or all of them where null is meant. */
function Some<Word extends string>({
  label,
  words,
  chosen,
  name,
  onChange,
}: {
  readonly label: string;
  readonly words: readonly Word[];
  readonly chosen: readonly Word[];
  readonly name: (word: Word) => string;
  readonly onChange: (chosen: Word[]) => void;
}) {
  return (
    <CheckboxGroup
      className="field ladder-some"
      value={[...chosen]}
      onChange={(next) => onChange(words.filter((word) => next.includes(word)))}
    >
      <Label>{label}</Label>
      {words.map((word) => (
        <Checkbox key={word} value={word} className="checkbox">
          <span className="checkbox-box">✓</span>
          {name(word)}
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}

/** One step of a ladder: on which day, over which tasks, to whom, how. */
export function StepFields({
  number,
  step,
  onChange,
  onRemove,
}: {
  readonly number: number;
  readonly step: LadderStep;
  readonly onChange: (step: LadderStep) => void;
  readonly onRemove: () => void;
}) {
  const { t } = useSpeech();
  const put = (part: Partial<LadderStep>) => onChange({ ...step, ...part });
  const count = Math.abs(step.days);
  const at = (days: number, when: When) =>
    put({
      days: when.startsWith('before') ? -days : days,
      of: when.endsWith('working') ? 'working-days' : 'days',
    });
  return (
    <fieldset className="ladder-fields">
      <legend>{t('ladder.step', { number })}</legend>
      <div className="form-pair">
        <Count label={t('ladder.days')} value={count} least={0} onChange={(days) => at(days ?? 0, whenOf(step))} />
        <Choice
          label={t('ladder.when')}
          value={whenOf(step)}
          values={WHENS}
          name={(when) => t(`ladder-when.${when}`)}
          onChange={(when) => at(Math.max(1, count), when)}
        />
      </div>
      <Some
        label={t('ladder.strengths')}
        words={STRENGTHS.filter((strength) => strength !== 'support')}
        chosen={(step.strengths ?? STRENGTHS).filter((strength) => strength !== 'support')}
        name={(strength) => t(`strength.${strength}`)}
        // All chosen says the same as nothing asked for, and stays true when there are more.
        onChange={(chosen) => put({ strengths: chosen.length === STRENGTHS.length - 1 ? null : chosen })}
      />
      <Some
        label={t('ladder.lifecycles')}
        words={OPEN_STATES}
        chosen={OPEN_STATES.filter((one) => step.lifecycles?.includes(one) ?? true)}
        name={(lifecycle) => t(`lifecycle.${lifecycle}`)}
        onChange={(chosen) => put({ lifecycles: chosen.length === OPEN_STATES.length ? null : chosen })}
      />
      <Some
        label={t('ladder.to')}
        words={URGED}
        chosen={step.to}
        name={(post) => t(`urged.${post}`)}
        onChange={(to) => put({ to })}
      />
      <div className="form-pair">
        <Choice
          label={t('ladder.how')}
          value={step.channel}
          values={['digest', 'letter']}
          name={(channel) => t(`ladder-channel.${channel}`)}
          onChange={(channel) => put({ channel })}
        />
        <Count label={t('ladder.repeat')} value={step.again} least={1} onChange={(again) => put({ again })} />
      </div>
      <Button className="button small quiet" onPress={onRemove}>
        {t('ladder.remove')}
      </Button>
    </fieldset>
  );
}

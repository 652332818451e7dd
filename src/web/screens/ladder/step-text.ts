import { formatList } from '../../../i18n/index.ts';
import { LIFECYCLES, type Lifecycle } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { LadderStep } from '../../data/ladders.ts';

const DONE: readonly Lifecycle[] = ['reported-done', 'settled', 'disputed', 'closed'];

/** The states in which a task is urged over. */
export const OPEN_STATES = LIFECYCLES.filter((one) => !DONE.includes(one));

/** A step of a ladder in words: when it is sent, over which tasks, to whom, and how. */
export function useStepText() {
  const { locale, t } = useSpeech();
  return (step: LadderStep) => {
    const count = Math.abs(step.days);
    const working = step.of === 'working-days';
    const when =
      count === 0
        ? t('ladder.on-day')
        : step.days < 0
          ? t(working ? 'ladder.before-working' : 'ladder.before-days', { count })
          : t(working ? 'ladder.after-working' : 'ladder.after-days', { count });
    const strengths = step.strengths?.map((one) => t(`strength.${one}`)) ?? [t('ladder.any-strength')];
    const some = OPEN_STATES.every((one) => step.lifecycles?.includes(one) ?? true) ? [] : step.lifecycles;
    const lifecycles = (some ?? []).map((one) => t(`lifecycle.${one}`));
    return {
      when: step.again === null ? when : `${when}; ${t('ladder.again', { count: step.again })}`,
      over: [formatList(locale, strengths), formatList(locale, lifecycles)].filter((one) => one !== '').join('; '),
      to: formatList(
        locale,
        step.to.map((one) => t(`urged.${one}`)),
      ),
      how: t(`ladder-channel.${step.channel}`),
    };
  };
}

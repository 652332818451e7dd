import { useErrorText } from './states.tsx';
import { toast } from './toasts.tsx';

/** Runs a step and says what went wrong; true where it was done. */
export function useTry() {
  const say = useErrorText();
  return async (step: () => Promise<unknown>): Promise<boolean> => {
    try {
      await step();
      return true;
    } catch (error) {
      toast({ text: say(error), tone: 'failure' });
      return false;
    }
  };
}

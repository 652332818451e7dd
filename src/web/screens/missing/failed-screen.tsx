import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { Failure } from '../../parts/states.tsx';

/** What stands where a page broke. */
export function FailedScreen({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <div className="page">
      <Failure error={error} retry={retry} />
    </div>
  );
}

import { useMutation, useQueryClient } from '@tanstack/react-query';

/** A step that changes who has which account or post: the list, and the names in histories, are read anew. */
export function useStep<T>(work: (given: T) => Promise<unknown>, then: () => void = () => undefined) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: work,
    onSuccess: async () => {
      then();
      await queries.invalidateQueries({ queryKey: ['hands'] });
      await queries.invalidateQueries({ queryKey: ['people'] });
    },
  });
}

import { useQuery } from '@tanstack/react-query';
import { alertQuery, useAlertFeedStep } from '../../data/notices.ts';

/** A notice that an alert of others begins, and what settles the alert once it was sent; null while it is looked up. */
export function useAlert(id: string | undefined) {
  const { settle } = useAlertFeedStep();
  const { data } = useQuery({ ...alertQuery(id ?? ''), enabled: id !== undefined });
  if (id === undefined || data === undefined) return null;
  return { ...data, settle: (notice: string) => settle(id, { state: 'used', notice }) };
}

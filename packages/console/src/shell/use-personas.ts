import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { client } from '../client.ts';

export function usePersonas() {
  const { data, error, isLoading } = useQuery({
    queryKey: ['personas'],
    queryFn: () => client.personas.list(),
  });
  const active = useMemo(() => data?.filter((one) => one.status === 'active') ?? [], [data]);
  return { active, error, isLoading };
}

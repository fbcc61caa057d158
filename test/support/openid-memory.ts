import type { Adapter, AdapterPayload } from 'oidc-provider';

/** Where a provider of one test keeps its codes, grants and sessions: in memory, all kinds in one map. */
export function memoryAdapter(): (kind: string) => Adapter {
  const all = new Map<string, AdapterPayload>();
  const first = (fits: (payload: AdapterPayload) => boolean) => [...all.values()].find(fits);
  return (kind) => ({
    upsert: async (id, payload) => void all.set(`${kind} ${id}`, payload),
    find: async (id) => all.get(`${kind} ${id}`),
    findByUserCode: async (userCode) => first((payload) => payload.userCode === userCode),
    findByUid: async (uid) => first((payload) => payload.uid === uid),
    destroy: async (id) => void all.delete(`${kind} ${id}`),
    consume: async (id) => {
      const payload = all.get(`${kind} ${id}`);
      if (payload !== undefined) all.set(`${kind} ${id}`, { ...payload, consumed: true });
    },
    revokeByGrantId: async (grantId) => {
      for (const [key, payload] of all) if (payload.grantId === grantId) all.delete(key);
    },
  });
}

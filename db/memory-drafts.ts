import type { Draft, Drafts } from './drafts.ts';

/** Drafts that are forgotten when the process ends. */
export function memoryDrafts(): Drafts {
  const kept = new Map<string, Draft>();
  const key = (person: string, id: string) => `${person} ${id}`;
  return {
    save: async (draft) => {
      // Taken out first, so that the latest saved stands last.
      kept.delete(key(draft.person, draft.id));
      kept.set(key(draft.person, draft.id), draft);
    },
    find: async (person, id) => kept.get(key(person, id)) ?? null,
    ofPerson: async (person, limit) =>
      [...kept.values()]
        .filter((one) => one.person === person)
        .reverse()
        .slice(0, limit),
    remove: async (person, id) => {
      kept.delete(key(person, id));
    },
    sweep: async (before) => {
      const old = [...kept].filter(([, { savedAt }]) => savedAt < before);
      for (const [name] of old) kept.delete(name);
      return old.length;
    },
  };
}

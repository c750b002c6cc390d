import { type Store, StoreBusy } from './store.ts';

/**
 * Lets at most `atOnce` pieces of work be under way; the others wait in the order in which they came, at most `queueLimit`
 * of them. What comes beyond is rejected with {@link StoreBusy} and not begun.
 */
export function turns(atOnce: number, queueLimit: number): Pick<Store, 'inTurn' | 'queueLength'> {
  const waiting: (() => void)[] = [];
  let underWay = 0;
  return {
    queueLength: () => waiting.length,
    inTurn: async (work) => {
      if (underWay < atOnce) underWay += 1;
      else if (waiting.length >= queueLimit) throw new StoreBusy();
      else await new Promise<void>((resolve) => waiting.push(resolve));
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        // The place is handed on, so that nobody who comes now gets it before those who wait.
        if (next === undefined) underWay -= 1;
        else next();
      }
    },
  };
}

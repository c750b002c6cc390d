import { type Store, StoreBusy } from './store.ts';

/**
 * Lets at most `atOnce` pieces of work be under way; the others wait in the order in which they came, at most `queueLimit`
 * of them. What comes beyond is rejected with {@link StoreBusy} and not begun. Of those that wait one begins per turn of the
 * event loop, so that whoever reads waits for one decision and not for as many as have just been written.
 */
export function turns(atOnce: number, queueLimit: number): Pick<Store, 'inTurn' | 'queueLength'> {
  const waiting: (() => void)[] = [];
  let underWay = 0;
  let beginning = false;

  function beginNext(): void {
    if (beginning || waiting.length === 0 || underWay >= atOnce) return;
    beginning = true;
    // The place is taken now, so that nobody who comes meanwhile gets it before those who wait.
    underWay += 1;
    setImmediate(() => {
      beginning = false;
      waiting.shift()?.();
      beginNext();
    });
  }

  return {
    queueLength: () => waiting.length,
    inTurn: async (work) => {
      if (underWay < atOnce && waiting.length === 0) underWay += 1;
      else if (waiting.length >= queueLimit) throw new StoreBusy();
      else {
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
          beginNext();
        });
      }
      try {
        return await work();
      } finally {
        underWay -= 1;
        beginNext();
      }
    },
  };
}

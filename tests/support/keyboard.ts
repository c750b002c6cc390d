import type { Page } from 'playwright-core';

/** Hands on a keyboard at a window: the mouse is never touched, and every key that goes down is counted. */
export interface Keyboard {
  /** Keys that lead somewhere or choose, one after another: `Tab`, `Shift+Tab`, `Enter`. Keys held together count once. */
  readonly press: (...keys: readonly string[]) => Promise<void>;
  /** The same key several times. */
  readonly times: (count: number, key: string) => Promise<void>;
  /** A letter together with Alt: the access keys of a page. */
  readonly hold: (letter: string) => Promise<void>;
  /** Words, a character each. */
  readonly type: (text: string) => Promise<void>;
  /** Does what leads to another page and waits until it is there. */
  readonly go: (keys: () => Promise<void>) => Promise<void>;
  /** What was pressed so far. */
  readonly count: () => Pressed;
}

/** Keys pressed: to get about and to choose, and characters of what has to be said anyhow. */
export interface Pressed {
  readonly keys: number;
  readonly characters: number;
}

export async function keyboardOf(page: Page): Promise<Keyboard> {
  const devtools = await page.context().newCDPSession(page);
  const { keyboard } = page;
  let [keys, characters] = [0, 0];
  const press = async (...pressed: readonly string[]) => {
    for (const key of pressed) await keyboard.press(key);
    keys += pressed.length;
  };
  return {
    press,
    times: (count, key) => press(...Array.from({ length: count }, () => key)),
    hold: async (letter) => {
      // Playwright sends no text with Alt held, by which Chromium knows an access key.
      const code = letter.toUpperCase();
      const key = { modifiers: 1, key: letter, code: `Key${code}`, windowsVirtualKeyCode: code.charCodeAt(0) };
      for (const type of ['rawKeyDown', 'char', 'keyUp'] as const)
        await devtools.send('Input.dispatchKeyEvent', { type, ...key, unmodifiedText: letter });
      keys += 1;
    },
    type: async (text) => {
      await keyboard.type(text);
      characters += [...text].length;
    },
    go: async (leads) => {
      await Promise.all([page.waitForEvent('load'), leads()]);
    },
    count: () => ({ keys, characters }),
  };
}

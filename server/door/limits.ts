/** How long and how often, at the parties' door. A page on somebody's telephone is soon in other hands. */
const minuteMs = 60_000;

export const doorLimits = {
  session: { idleMs: 20 * minuteMs, absoluteMs: 120 * minuteMs },
  /** How many query codes one session holds. */
  codesHeld: 30,
  /** How many cases one account holds. */
  casesOfAccount: 300,
  oneTimeCode: {
    minutes: 10,
    /** Wrong ones that use a code up. */
    tries: 5,
    /** At most so many for one query code within the window. */
    count: 3,
    windowMs: 30 * minuteMs,
    /** The same for signing in to an account: everybody who knows an address can ask. */
    countForSignIn: 6,
    /** How long a session passes for checked. */
    checkedMs: 20 * minuteMs,
  },
} as const;

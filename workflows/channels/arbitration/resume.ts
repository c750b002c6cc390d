/** Where an arbitration goes on after an objection or a stay: the machine remembers it. */
export const resumeStates = ['accepted', 'tribunalFormed', 'inHearing'] as const;

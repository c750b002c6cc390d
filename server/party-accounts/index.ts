/** Accounts of parties and of those who act for them: one list of the cases that their query codes opened. No staff account. */
export { accountAddress, closeAccount, openAccount, removeCase } from './account.ts';
export { keepAudit } from './audit.ts';
export { contactOf } from './contact.ts';
export { accountCases, casesPerPage } from './list.ts';
export { type Asked, askToSignIn, codesUnderWay, type SignedIn, signInToAccount } from './sign-in.ts';

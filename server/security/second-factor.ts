import { generateSecret, generateURI, verify } from 'otplib';

/** A new secret for an authenticator, in base32. */
export function newSecondFactorSecret(): string {
  return generateSecret();
}

/** The address that authenticators read from a QR code. */
export function secondFactorUri(login: string, secret: string): string {
  return generateURI({ issuer: '解纷 Jiefen', label: login, secret });
}

/**
 * The time step of a code, if it is the code of the present half minute or of the one before or after (slow typing, a
 * clock a little wrong); otherwise undefined. The step must then be used up, or the code could be replayed.
 */
export async function stepOfCode(secret: string, code: string, now: Temporal.Instant): Promise<number | undefined> {
  const token = code.normalize('NFKC').replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const epoch = Math.floor(now.epochMilliseconds / 1000);
  const result = await verify({ secret, token, epoch, epochTolerance: 30 });
  return result.valid && 'timeStep' in result ? result.timeStep : undefined;
}

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** The folder of style sheets, scripts and icons, offered under `/assets/`. */
export const assetsFolder = new URL('./assets/', import.meta.url);

/** Changes with any file of the folder, so that browsers may keep what they have for good. */
const version = versionOf(fileURLToPath(assetsFolder));

/** The address of an asset as pages name it. */
export function assetAddress(name: string): string {
  return `/assets/${version}/${name}`;
}

/** Serves the assets: for a year under their version, and asked for anew each time without it. */
export async function registerAssets(app: FastifyInstance): Promise<void> {
  const root = fileURLToPath(assetsFolder);
  await app.register(fastifyStatic, { root, prefix: '/assets/', decorateReply: false });
  await app.register(fastifyStatic, {
    root,
    prefix: `/assets/${version}/`,
    decorateReply: false,
    immutable: true,
    maxAge: '365d',
  });
}

function versionOf(folder: string): string {
  const digest = createHash('sha256');
  for (const name of readdirSync(folder).sort()) digest.update(name).update(readFileSync(`${folder}/${name}`));
  return digest.digest('hex').slice(0, 12);
}

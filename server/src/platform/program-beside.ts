import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** How far above a compiled module, or above the bundle of all of them, the modules begin. */
const ABOVE = ['../', '../../'];

/**
 * The program of a thread. null = there is none, as where the sources run as they are.
 * @param module compiled, by its path from where the modules begin
 * @param beside address of whoever begins the thread: a module at most two folders deep, or the bundle
 */
export function programBeside(module: string, beside: string): string | null {
  const places = ABOVE.map((above) => fileURLToPath(new URL(above + module, beside)));
  return places.find((file) => existsSync(file)) ?? null;
}

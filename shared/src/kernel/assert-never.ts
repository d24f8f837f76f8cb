/** Makes the compiler prove that a switch covers every case; throws if data from outside slips past it. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}

/** A setting that stops the start: names the variable and shows a value that would do. */
export class ConfigError extends Error {
  constructor(variable: string, value: string, rule: string, example: string) {
    super(
      `${variable}=${JSON.stringify(value)} cannot be used: ${rule}. For example: ${variable}=${example}`,
    );
    this.name = 'ConfigError';
  }
}

/**
 * What may be said of an address that holds a secret, or should have been one: its kind and what stands behind the `@`. Of
 * anything else nothing, since it may be the bare password.
 */
export function withoutSecret(url: string): string {
  const [, scheme = '', place = ''] = /^([a-z]+:\/\/)?(?:.*@)?(.*)$/is.exec(url) ?? [];
  return scheme !== '' || url.includes('@') ? `${scheme}***${url.includes('@') ? `@${place}` : ''}` : '***';
}

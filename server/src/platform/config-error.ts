/** A setting that stops the start: names the variable and shows a value that would do. */
export class ConfigError extends Error {
  constructor(variable: string, value: string, rule: string, example: string) {
    super(
      `${variable}=${JSON.stringify(value)} cannot be used: ${rule}. For example: ${variable}=${example}`,
    );
    this.name = 'ConfigError';
  }
}

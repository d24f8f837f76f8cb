/** A posted form: every field with its values in the order in which they were sent. */
export type PostedForm = Readonly<Record<string, readonly string[]>>;

/** Reads a parsed form body. Anything that is not text (a JSON body, a file) is left out. */
export function readForm(body: unknown): PostedForm {
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]: [string, unknown]) => {
      const values = (Array.isArray(value) ? value : [value]).filter(
        (each): each is string => typeof each === 'string',
      );
      return values.length > 0 ? [[name, values] as const] : [];
    }),
  );
}

/** The first value of a field; '' when it was not sent. */
export const valueOf = (form: PostedForm, name: string): string =>
  Object.hasOwn(form, name) ? (form[name]?.[0] ?? '') : '';

/** Whether a button or a steering field was sent. */
export const isSet = (form: PostedForm, name: string): boolean => valueOf(form, name) === '1';

/** The revision that the page was made from, or undefined when it is missing or no whole number. */
export function expectedRevision(form: PostedForm): number | undefined {
  const text = valueOf(form, 'expectedRevision');
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

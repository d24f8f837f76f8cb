import { Fragment } from 'react';

/** Name of a setting or a variable, such as `RETAIN_MAILS_MONTHS`: a narrow column breaks it after an underscore only. */
export function CodeName({ name }: { readonly name: string }) {
  return (
    <code className="la-name">
      {name.split(/(?<=_)/).map((part, at) => (
        <Fragment key={at}>
          {at > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </code>
  );
}

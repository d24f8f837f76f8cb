/** A plain bar for a count out of a whole; decoration only, the words beside it say the same. */
export function CountBar({ count, of }: { readonly count: number; readonly of: number }) {
  const share = of === 0 ? 0 : (count / of) * 100;
  return (
    <svg
      className="la-count-bar"
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect className="la-count-bar__whole" x="0" y="0" width="100" height="4" />
      <rect className="la-count-bar__part" x="0" y="0" width={share} height="4" />
    </svg>
  );
}

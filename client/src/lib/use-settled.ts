import { useEffect, useState } from 'react';

/** Milliseconds in which nothing may change before a value counts as settled. */
const PAUSE = 500;

/** A value once it has stood for a moment: somebody who types is not answered letter by letter. */
export function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

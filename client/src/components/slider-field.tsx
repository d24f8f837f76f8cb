import { useId, useState } from 'react';

interface SliderFieldProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  /** What a value means, beside the slider and for screen readers. */
  readonly wordsOf: (value: number) => string;
  readonly onChange: (value: number) => void;
}

/**
 * A slider in whole steps, with its value in words and buttons for a step down and up, so that nothing needs dragging
 * (WCAG 2.5.7). Arrow keys, Home and End work as in every slider.
 */
export function SliderField({ label, value, least, most, wordsOf, onChange }: SliderFieldProps) {
  const id = useId();
  const [held, setHeld] = useState(value);
  const [seen, setSeen] = useState(value);
  // The address follows a moment later; keys that come faster must not start from where the slider was.
  if (value !== seen) {
    setSeen(value);
    setHeld(value);
  }
  const move = (to: number) => {
    setHeld(to);
    onChange(to);
  };
  const words = wordsOf(held);
  return (
    <div className="nhsuk-form-group la-slider">
      <label className="nhsuk-label" htmlFor={id}>
        {label}: <strong>{words}</strong>
      </label>
      <div className="la-slider__row">
        <button
          type="button"
          className="la-page-button"
          disabled={held <= least}
          aria-label={`${label}: one step down`}
          onClick={() => move(held - 1)}
        >
          <span aria-hidden="true">−</span>
        </button>
        <input
          id={id}
          type="range"
          min={least}
          max={most}
          step={1}
          value={held}
          aria-valuetext={words}
          onChange={(event) => move(Number(event.target.value))}
        />
        <button
          type="button"
          className="la-page-button"
          disabled={held >= most}
          aria-label={`${label}: one step up`}
          onClick={() => move(held + 1)}
        >
          <span aria-hidden="true">+</span>
        </button>
      </div>
    </div>
  );
}

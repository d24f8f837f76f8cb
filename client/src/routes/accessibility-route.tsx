import { Link } from 'react-router';

import { Page } from '../components/page.js';

/** `/accessibility`: what works, what does not, how it is tested. */
export function AccessibilityRoute() {
  return (
    <Page heading="Accessibility" crumbs={[{ label: 'Home', path: '/' }]}>
      <p>We aim at WCAG 2.2, level AA, for every page including the map and the answering pages.</p>
      <h2>The list holds everything</h2>
      <p>
        Whatever the map shows, <Link to="/map">the list</Link> says in words, by keyboard and screen reader,
        on a screen 320 pixels wide and on paper. You never need the map.
      </p>
      <h2>Using the map by keyboard</h2>
      <ul>
        <li>
          Tab reaches the map; plus and minus zoom it and the arrow keys move it while it has the focus.
        </li>
        <li>
          Tab again reaches the hospitals as one stop; the arrow keys, Home and End go from one to the next in
          list order.
        </li>
        <li>
          Enter opens a hospital in a panel under the map, or the hospitals of a group. Escape in the panel
          goes back.
        </li>
        <li>Buttons under the map do everything that dragging or a wheel does.</li>
      </ul>
      <h2>Colour, movement, print</h2>
      <ul>
        <li>Marks differ in shape, filling and sign, not in colour alone.</li>
        <li>
          Nothing moves by itself; where your device asks for less motion, the map jumps instead of gliding.
        </li>
        <li>Marks and borders stay visible in high-contrast modes. Every page can be printed.</li>
      </ul>
      <h2>Known limits</h2>
      <ul>
        <li>
          The coloured areas of the map cannot be reached by keyboard; the Summary tab has the same figures.
        </li>
        <li>These pages need JavaScript. The answering pages for hospitals work without it.</li>
      </ul>
      <h2>How it is tested</h2>
      <p>
        Before each version, automatic checks run on every page at 320 and 1280 pixels, with the map at
        several zoom levels, and so do journeys by keyboard alone, with high contrast, with less motion and in
        print. They find many barriers, not all of them.
      </p>
    </Page>
  );
}

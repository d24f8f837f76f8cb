import L from 'leaflet';

import { createClusterButton, createHospitalButton } from './create-marker-button.js';
import type { MapCluster } from './to-clusters.js';
import { wantsLessMotion } from './use-leaflet-map.js';

interface MarkerCallbacks {
  readonly onSelect: (id: string) => void;
  readonly onCluster: (cluster: MapCluster) => void;
}

interface Placed {
  readonly cluster: MapCluster;
  readonly button: HTMLButtonElement;
}

/**
 * The marks as buttons with one tab stop: arrow keys, Home and End move along the order of the list, Enter opens.
 * The tab stop is remembered by hospital, so it survives when groups fall apart or close up.
 */
export class MarkerLayer {
  private readonly group: L.LayerGroup;
  private placed: readonly Placed[] = [];
  private stop = '';

  constructor(
    private readonly map: L.Map,
    private readonly callbacks: MarkerCallbacks,
  ) {
    this.group = L.layerGroup().addTo(map);
  }

  /** Replaces all marks; the focus stays on the mark of the same hospital. */
  show(clusters: readonly MapCluster[]): void {
    const hadFocus = this.placed.some(({ button }) => button === document.activeElement);
    this.group.clearLayers();
    this.placed = clusters.map((cluster) => {
      const single = cluster.members.length === 1;
      const button = single
        ? createHospitalButton(cluster.code, cluster.accessibleName)
        : createClusterButton(cluster.members.length, cluster.accessibleName);
      const size = single ? 28 : 32;
      const icon = L.divIcon({ html: button, className: 'la-marker', iconSize: [size, size] });
      this.listen(button, cluster);
      // A hospital lies over the groups around it.
      L.marker([cluster.latitude, cluster.longitude], {
        icon,
        keyboard: false,
        interactive: false,
        zIndexOffset: single ? 10_000 : 0,
      }).addTo(this.group);
      return { cluster, button };
    });
    this.moveStop(this.indexOf(this.stop));
    if (hadFocus) this.focusStop();
  }

  /** Marks the chosen hospital, or the group that holds it; '' for none. */
  select(id: string): void {
    for (const { cluster, button } of this.placed) {
      if (id !== '' && cluster.members.includes(id)) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
    }
    if (id !== '' && this.indexOf(id) >= 0) this.moveStop(this.indexOf(id));
  }

  /** Puts the focus on the mark that shows a hospital. */
  focus(id: string): void {
    this.moveStop(this.indexOf(id));
    this.focusStop();
  }

  remove(): void {
    this.group.remove();
    this.placed = [];
  }

  private listen(button: HTMLButtonElement, cluster: MapCluster): void {
    L.DomEvent.disableClickPropagation(button);
    button.addEventListener('click', () => {
      const id = cluster.members[0] ?? '';
      this.stop = id;
      if (cluster.members.length === 1) this.callbacks.onSelect(id);
      else this.callbacks.onCluster(cluster);
    });
    button.addEventListener('focus', () => {
      // A browser scrolls a focused element into view inside the map's own box; the map must pan instead.
      this.map.getContainer().scrollTo(0, 0);
      this.moveStop(this.indexOf(cluster.members[0] ?? ''));
      this.map.panInside([cluster.latitude, cluster.longitude], {
        padding: [32, 32],
        animate: !wantsLessMotion(),
      });
    });
    button.addEventListener('keydown', (event) => {
      const at = this.placed.findIndex((one) => one.button === button);
      const last = this.placed.length - 1;
      const to = {
        ArrowRight: at + 1,
        ArrowDown: at + 1,
        ArrowLeft: at - 1,
        ArrowUp: at - 1,
        Home: 0,
        End: last,
      }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      this.moveStop(Math.min(Math.max(to, 0), last));
      this.focusStop();
    });
  }

  private indexOf(id: string): number {
    return this.placed.findIndex(({ cluster }) => cluster.members.includes(id));
  }

  private moveStop(index: number): void {
    const at = index < 0 ? 0 : index;
    this.placed.forEach(({ button }, position) => {
      button.tabIndex = position === at ? 0 : -1;
    });
    const first = this.placed[at]?.cluster.members;
    if (first && !first.includes(this.stop)) this.stop = first[0] ?? '';
  }

  private focusStop(): void {
    this.placed.find(({ button }) => button.tabIndex === 0)?.button.focus({ preventScroll: true });
  }
}

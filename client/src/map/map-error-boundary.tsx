import { Component, type ReactNode } from 'react';

interface MapErrorBoundaryProps {
  /** What is shown instead of the map: the list of the same hospitals. */
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

/** When the map cannot be drawn, the list takes its place by itself and says why. */
export class MapErrorBoundary extends Component<MapErrorBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <>
        <div className="nhsuk-inset-text" role="status">
          <p>The map could not be drawn in this browser. The list below shows the same hospitals.</p>
        </div>
        {this.props.fallback}
      </>
    );
  }
}

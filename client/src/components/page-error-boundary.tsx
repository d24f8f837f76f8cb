import { Component, type ReactNode } from 'react';

interface BoundaryProps {
  /** A new key (the path) gives the next page a fresh start. */
  readonly resetKey: string;
  readonly children: ReactNode;
}

/** Shows words instead of a blank page when a page cannot be drawn or its code cannot be fetched. */
export class PageErrorBoundary extends Component<BoundaryProps, { readonly failedAt: string | null }> {
  override state = { failedAt: null };

  static getDerivedStateFromError() {
    return { failedAt: window.location.pathname };
  }

  override componentDidUpdate(previous: BoundaryProps) {
    if (this.state.failedAt !== null && previous.resetKey !== this.props.resetKey)
      this.setState({ failedAt: null });
  }

  override render() {
    if (this.state.failedAt === null) return this.props.children;
    return (
      <main className="nhsuk-main-wrapper" id="main-content">
        <h1 className="nhsuk-heading-xl">This page could not be shown</h1>
        <p>Part of the page did not load, or something in it went wrong. Nothing you sent is lost.</p>
        <p>
          <a href={this.props.resetKey}>Load this page again</a> or go to the <a href="/">start page</a>.
        </p>
      </main>
    );
  }
}

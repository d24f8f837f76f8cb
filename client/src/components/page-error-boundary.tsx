import { Component, type ReactNode } from 'react';

interface BoundaryProps {
  /** Path of the page, for trying again. Give it as `key` too: the next page then gets a fresh start. */
  readonly path: string;
  readonly children: ReactNode;
}

/** Shows words instead of a blank page when a page cannot be drawn or its code cannot be fetched. */
export class PageErrorBoundary extends Component<BoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <main className="nhsuk-main-wrapper" id="main-content">
        <h1 className="nhsuk-heading-xl">This page could not be shown</h1>
        <p>Part of the page did not load, or something in it went wrong. Nothing you sent is lost.</p>
        <p>
          <a href={this.props.path}>Load this page again</a> or go to the <a href="/">start page</a>.
        </p>
      </main>
    );
  }
}

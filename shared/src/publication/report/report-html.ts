import type { Line, ReportNode, ReportTree, TreeTable } from './report-tree.js';
import { REPORT_STYLE } from './report-style.js';
import { chartSvg } from './chart-svg.js';
import { escapeHtml } from './escape-html.js';

/**
 * The report as one HTML page, the master of all its formats: no script, nothing fetched, its style inside. Every number
 * stands in a `data` element with its reference and is explained in the table at its end.
 */
export function reportHtml(tree: ReportTree): string {
  const headings = tree.nodes.flatMap((node) => (node.kind === 'heading' ? [node] : []));
  const contents = headings
    .filter(({ level }) => level === 2)
    .map(({ id, line }) => `<li><a href="#${escapeHtml(id)}">${lineHtml(line)}</a></li>`)
    .join('\n');
  const notice =
    tree.notice === '' ? '' : `<p class="notice"><strong>${escapeHtml(tree.notice)}</strong></p>`;
  return `<!DOCTYPE html>
<html lang="${tree.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(`${tree.notice === '' ? '' : 'SYNTHETIC: '}${tree.title}`)} – Liaison Atlas</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<a class="skip" href="#report">Skip to the report</a>
<header>
<h1>${escapeHtml(tree.title)}</h1>
${notice}
${tree.about.map((line) => `<p class="about">${escapeHtml(line)}</p>`).join('\n')}
</header>
<nav aria-label="Contents">
<h2>Contents</h2>
<ol>
${contents}
</ol>
</nav>
<main id="report" tabindex="-1">
${tree.nodes.map(nodeHtml).join('\n')}
</main>
<footer>
${notice}
<p>${tree.about.map(escapeHtml).join(' ')}</p>
</footer>
</body>
</html>
`;
}

function nodeHtml(node: ReportNode): string {
  switch (node.kind) {
    case 'heading':
      return `<h${node.level} id="${escapeHtml(node.id)}">${lineHtml(node.line)}</h${node.level}>`;
    case 'paragraph':
      return `<p>${lineHtml(node.line)}</p>`;
    case 'remark':
      return `<p class="remark">${lineHtml(node.line)}</p>`;
    case 'list':
      return `<ul>\n${node.items.map((line) => `<li>${lineHtml(line)}</li>`).join('\n')}\n</ul>`;
    case 'table':
      return tableHtml(node.table);
    case 'chart':
      return `<figure>\n${chartSvg(node.chart)}\n${tableHtml(node.chart.table)}\n</figure>`;
  }
}

/** A table in a box of its own that scrolls on small screens, reachable by keyboard. */
const tableHtml = ({
  caption,
  columns,
  rows,
}: TreeTable): string => `<div class="scroll" role="region" aria-label="${escapeHtml(caption)}" tabindex="0">
<table>
<caption>${escapeHtml(caption)}</caption>
<thead><tr>${columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('')}</tr></thead>
<tbody>
${rows
  .map(
    ([name = [], ...cells]) =>
      `<tr><th scope="row">${lineHtml(name)}</th>${cells.map((cell) => `<td>${lineHtml(cell)}</td>`).join('')}</tr>`,
  )
  .join('\n')}
</tbody>
</table>
</div>`;

const lineHtml = (line: Line): string =>
  line
    .map(({ text, figure }) =>
      figure === undefined
        ? escapeHtml(text)
        : `<data value="${escapeHtml(figure)}">${escapeHtml(text)}</data>`,
    )
    .join('');

import { sheetsOf } from './report-sheets.js';
import type { Line, ReportNode, ReportTree, TreeTable } from './report-tree.js';
import { REPORT_STYLE } from './report-style.js';
import { chartSvg } from './chart-svg.js';
import { pictureSvg } from './picture-svg.js';
import { escapeHtml } from './escape-html.js';

/**
 * The report as one HTML page, the master of all its formats: no script, nothing fetched, its style inside. Every number
 * stands in a `data` element with its reference and is explained in the table at its end.
 */
export function reportHtml(tree: ReportTree): string {
  return `<!DOCTYPE html>
<html lang="${tree.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(`${tree.notice === '' ? '' : 'SYNTHETIC: '}${tree.title}`)} – Liaison Atlas</title>
<style>${REPORT_STYLE}</style>
</head>
${tree.sheets === undefined ? longBody(tree) : sheetsBody(tree)}
</html>
`;
}

/** A report that runs on: contents first, and what it is made from again at the end. */
function longBody(tree: ReportTree): string {
  const headings = tree.nodes.flatMap((node) => (node.kind === 'heading' ? [node] : []));
  const contents = headings
    .filter(({ level }) => level === 2)
    .map(({ id, line }) => `<li><a href="#${escapeHtml(id)}">${lineHtml(line)}</a></li>`)
    .join('\n');
  return `<body>
<a class="skip" href="#report">Skip to the report</a>
${headHtml(tree)}
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
${noticeHtml(tree)}
<p>${tree.about.map(escapeHtml).join(' ')}</p>
</footer>
</body>`;
}

/** A page of sheets: each is one A4 page in print. The notice of invented answers stands on every one. */
function sheetsBody(tree: ReportTree): string {
  const [first = [], ...others] = sheetsOf(tree.nodes);
  const later = others.map(
    (nodes) => `<section class="sheet">\n${noticeHtml(tree)}\n${nodes.map(nodeHtml).join('\n')}\n</section>`,
  );
  return `<body class="sheets">
<main id="report" tabindex="-1">
<div class="sheet">
${headHtml(tree)}
${first.map(nodeHtml).join('\n')}
</div>
${later.join('\n')}
</main>
</body>`;
}

const headHtml = (tree: ReportTree): string => `<header>
<h1>${escapeHtml(tree.title)}</h1>
${noticeHtml(tree)}
${tree.about.map((line) => `<p class="about">${escapeHtml(line)}</p>`).join('\n')}
</header>`;

const noticeHtml = ({ notice }: ReportTree): string =>
  notice === '' ? '' : `<p class="notice"><strong>${escapeHtml(notice)}</strong></p>`;

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
    case 'quote':
      return quoteHtml(node);
    case 'table':
      return tableHtml(node.table);
    case 'chart':
      return `<figure>\n${chartSvg(node.chart)}\n${tableHtml(node.chart.table)}\n</figure>`;
    case 'picture':
      return `<figure class="picture">\n${pictureSvg(node.picture)}\n<figcaption>${escapeHtml(node.picture.description)}</figcaption>\n</figure>`;
    case 'sheet':
      return '';
  }
}

const quoteHtml = ({ words, by }: { readonly words: string; readonly by: string }): string =>
  `<figure class="quote">\n<blockquote><p>${escapeHtml(words)}</p></blockquote>\n${
    by === '' ? '' : `<figcaption>${escapeHtml(by)}</figcaption>\n`
  }</figure>`;

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

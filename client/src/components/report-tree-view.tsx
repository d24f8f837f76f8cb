import { sheetsOf } from '@liaison-atlas/shared/publication/report/report-sheets';
import type {
  Line,
  PictureShape,
  ReportNode,
  ReportTree,
  TreePicture,
  TreeTable,
} from '@liaison-atlas/shared/publication/report/report-tree';

/** A report as a page shows and prints it, sheet by sheet; the same parts as its PDF and its Word document. */
export function ReportTreeView({ tree }: { readonly tree: ReportTree }) {
  return (
    <div className={tree.sheets === undefined ? 'la-tree' : 'la-tree la-tree--sheets'}>
      {sheetsOf(tree.nodes).map((nodes, sheet) => (
        <div className="la-sheet" key={sheet}>
          {tree.notice !== '' && (
            <p className="la-synthetic" role="note">
              <strong>{tree.notice}</strong>
            </p>
          )}
          {sheet === 0 && tree.about.map((line) => <p key={line}>{line}</p>)}
          {nodes.map((node, at) => (
            <Node key={at} node={node} />
          ))}
        </div>
      ))}
    </div>
  );
}

function Node({ node }: { readonly node: ReportNode }) {
  switch (node.kind) {
    case 'heading': {
      const Heading = node.level === 2 ? 'h2' : 'h3';
      return <Heading id={node.id}>{wordsOf(node.line)}</Heading>;
    }
    case 'paragraph':
    case 'remark':
      return <p className={node.kind === 'remark' ? 'la-source' : undefined}>{wordsOf(node.line)}</p>;
    case 'list':
      return (
        <ul>
          {node.items.map((line, at) => (
            <li key={at}>{wordsOf(line)}</li>
          ))}
        </ul>
      );
    case 'quote':
      return (
        <figure>
          <blockquote>{node.words}</blockquote>
          {node.by !== '' && <figcaption>{node.by}</figcaption>}
        </figure>
      );
    case 'table':
      return <Table table={node.table} />;
    case 'chart':
      return <Table table={node.chart.table} />;
    case 'picture':
      return <Picture picture={node.picture} />;
    case 'sheet':
      return null;
  }
}

function Table({ table: { caption, columns, rows } }: { readonly table: TreeTable }) {
  return (
    // Scrolls by keyboard where it is wider than the screen.
    <div className="la-table-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="la-tree__table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name = [], ...cells], at) => (
            <tr key={at}>
              <th scope="row">{wordsOf(name)}</th>
              {cells.map((cell, column) => (
                <td key={column}>{wordsOf(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Picture({ picture }: { readonly picture: TreePicture }) {
  const { id, title, description, width, height, share, shapes } = picture;
  return (
    <figure className={`la-tree__picture${share < 1 ? ' la-tree__picture--part' : ''}`}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}-title`}>
        <title id={`${id}-title`}>{title}</title>
        {shapes.map((shape, at) => (
          <Shape key={at} shape={shape} />
        ))}
      </svg>
      <figcaption>{description}</figcaption>
    </figure>
  );
}

function Shape({ shape }: { readonly shape: PictureShape }) {
  switch (shape.kind) {
    case 'rect': {
      const { x, y, width, height, tone } = shape;
      return <rect className={`la-tone--${tone}`} x={x} y={y} width={width} height={height} />;
    }
    case 'path':
      return <path className={`la-tone--${shape.tone}`} d={shape.d} />;
    case 'circle':
      return <circle className={`la-tone--${shape.tone}`} cx={shape.x} cy={shape.y} r={shape.r} />;
    case 'text':
      return (
        <text x={shape.x} y={shape.y} fontSize={shape.size}>
          {shape.text}
        </text>
      );
  }
}

const wordsOf = (line: Line): string => line.map(({ text }) => text).join('');

import { accept, refuse, type Result } from '../../kernel/result.js';

/** The part of the XLSForm expression language that says what our list of conditions can say. */
export type Expression =
  | { readonly is: 'or' | 'and'; readonly parts: readonly Expression[] }
  | { readonly is: 'bracket'; readonly inner: Expression }
  | { readonly is: 'truth'; readonly value: boolean }
  | {
      readonly is: 'test';
      readonly variable: string;
      readonly operator: Operator;
      readonly value: string | number;
    };

/** `selected` and `unselected` look into a list of codes; the others compare one value. */
export type Operator = '=' | '!=' | '>=' | '<=' | 'selected' | 'unselected';

interface Token {
  readonly kind: 'ref' | 'text' | 'number' | 'word' | 'sign';
  readonly text: string;
}

const TOKEN =
  /\s*(?:\$\{\s*(?<ref>[A-Za-z_][\w.-]*)\s*\}|'(?<single>[^']*)'|"(?<double>[^"]*)"|(?<number>-?\d+(?:\.\d+)?)|(?<word>[a-z][a-z-]*)|(?<sign>[<>!]=|[=<>(),]))/y;

/** Deepest brackets: a longer chain than any designer offers, and short of exhausting the stack. */
const DEEPEST = 50;

class Unreadable extends Error {}

/** Reads an expression, or says which part of it no condition of ours can express. */
export function parseExpression(text: string): Result<Expression, string> {
  try {
    const reader = new Reader(tokensOf(text));
    return accept(reader.whole());
  } catch (error) {
    if (error instanceof Unreadable) return refuse(error.message);
    throw error;
  }
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const start = TOKEN.lastIndex;
    const found = TOKEN.exec(text)?.groups;
    if (!found) throw new Unreadable(`"${text.slice(start, start + 30).trim()}" cannot be read`);
    const quoted = found['single'] ?? found['double'];
    if (found['ref'] !== undefined) tokens.push({ kind: 'ref', text: found['ref'] });
    else if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted });
    else if (found['number'] !== undefined) tokens.push({ kind: 'number', text: found['number'] });
    else if (found['word'] !== undefined) tokens.push({ kind: 'word', text: found['word'] });
    else tokens.push({ kind: 'sign', text: found['sign'] ?? '' });
  }
  return tokens;
}

/** Recursive descent; "and" binds tighter than "or". */
class Reader {
  private at = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Expression {
    const expression = this.chain('or');
    if (this.at < this.tokens.length) throw this.unexpected();
    return expression;
  }

  private chain(word: 'or' | 'and'): Expression {
    const next = (): Expression => (word === 'or' ? this.chain('and') : this.single());
    const parts = [next()];
    while (this.takes('word', word)) parts.push(next());
    const [first] = parts;
    return parts.length === 1 && first ? first : { is: word, parts };
  }

  private single(): Expression {
    if (this.takes('sign', '(')) {
      this.depth += 1;
      if (this.depth > DEEPEST) throw new Unreadable('the brackets are nested too deeply');
      const inner = this.chain('or');
      this.expect(')');
      this.depth -= 1;
      return { is: 'bracket', inner };
    }
    const token = this.tokens[this.at];
    if (token?.kind === 'ref') return this.comparison();
    if (token?.kind !== 'word') throw this.unexpected();
    this.at += 1;
    this.expect('(', token.text);
    switch (token.text) {
      case 'true':
      case 'false':
        this.expect(')');
        return { is: 'truth', value: token.text === 'true' };
      case 'selected':
        return this.selected('selected');
      case 'not': {
        if (!this.takes('word', 'selected')) throw new Unreadable('not(…) can only stand before selected(…)');
        this.expect('(');
        const test = this.selected('unselected');
        this.expect(')');
        return test;
      }
      default:
        throw new Unreadable(`the function ${token.text}() has no place in our conditions`);
    }
  }

  /** After `selected(`. */
  private selected(operator: Operator): Expression {
    const variable = this.take('ref');
    this.expect(',');
    const value = this.take('text');
    this.expect(')');
    return { is: 'test', variable, operator, value };
  }

  private comparison(): Expression {
    const variable = this.take('ref');
    const sign = this.take('sign');
    if (sign !== '=' && sign !== '!=' && sign !== '>=' && sign !== '<=')
      throw new Unreadable(`"${sign}" after \${${variable}} cannot be expressed; = != >= and <= can`);
    const value = this.tokens[this.at];
    if (value?.kind !== 'text' && value?.kind !== 'number') throw this.unexpected();
    this.at += 1;
    const isNumber = value.kind === 'number' && (sign === '>=' || sign === '<=');
    if ((sign === '>=' || sign === '<=') && !isNumber)
      throw new Unreadable(`\${${variable}} ${sign} needs a number`);
    return {
      is: 'test',
      variable,
      operator: sign,
      value: isNumber ? Number(value.text) : value.text,
    };
  }

  private takes(kind: Token['kind'], text: string): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== kind || token.text !== text) return false;
    this.at += 1;
    return true;
  }

  private take(kind: Token['kind']): string {
    const token = this.tokens[this.at];
    if (token?.kind !== kind) throw this.unexpected();
    this.at += 1;
    return token.text;
  }

  private expect(sign: string, after = ''): void {
    if (!this.takes('sign', sign))
      throw after === '' ? this.unexpected() : new Unreadable(`"${after}" cannot be read`);
  }

  private unexpected(): Unreadable {
    const token = this.tokens[this.at];
    return new Unreadable(token ? `"${token.text}" is not expected there` : 'it ends too early');
  }
}

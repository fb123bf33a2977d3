import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** An exported function of a service, or of the live topics, that resolvers call, as its source has it. */
export interface CalledService {
  readonly name: string;
  /** Whether it does its work on behalf of a caller that it is given. */
  readonly takesCaller: boolean;
  /** The permissions that its own text asks for, in order; null: one that is not written there. */
  readonly asks: readonly (string | null)[];
  /** Whether asking is the first thing that it does. */
  readonly asksFirst: boolean;
  /** The names of the functions that it calls. */
  readonly calls: readonly string[];
}

const RESOLVERS = 'src/resolvers';
const CALLED_FROM_THERE = /^src\/(services|events)\//;
/** What the caller is called where it is taken. */
const CALLERS = /^(Caller|Watcher)$/;

/** Every exported function of a service, or of the live topics, that a resolver imports. */
export function servicesOfResolvers(): readonly CalledService[] {
  const services = new Map<string, CalledService>();
  for (const { name, path } of importsOf(resolverFiles())) {
    const service = serviceIn(path, name);
    if (service !== null) services.set(name, service);
  }
  return [...services.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function resolverFiles(): readonly string[] {
  const names = readdirSync(RESOLVERS, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.ts')).map((name) => join(RESOLVERS, name));
}

function importsOf(files: readonly string[]): { readonly name: string; readonly path: string }[] {
  return files.flatMap((file) =>
    sourceOf(file).statements.flatMap((statement) => {
      if (!ts.isImportDeclaration(statement)) return [];
      const { moduleSpecifier, importClause } = statement;
      const named = importClause?.namedBindings;
      if (!ts.isStringLiteral(moduleSpecifier) || !named || !ts.isNamedImports(named)) return [];
      const path = join(dirname(file), moduleSpecifier.text.replace(/\.js$/, '.ts'));
      if (!CALLED_FROM_THERE.test(path)) return [];
      return named.elements.map(({ name }) => ({ name: name.text, path }));
    }),
  );
}

function serviceIn(path: string, name: string): CalledService | null {
  for (const statement of sourceOf(path).statements) {
    if (!ts.isFunctionDeclaration(statement) || statement.name?.text !== name) continue;
    const { parameters, body } = statement;
    if (!body) return null;
    const calls = callsIn(body);
    const asks = calls.filter((call) => nameOf(call) === 'authorize').map(permissionOf);
    const [first] = body.statements;
    const asksFirst = first?.getText().startsWith('authorize(') === true;
    const takesCaller = parameters.some(isCaller);
    return { name, takesCaller, asks, asksFirst, calls: calls.map(nameOf) };
  }
  return null;
}

function isCaller({ type }: ts.ParameterDeclaration): boolean {
  return type !== undefined && CALLERS.test(type.getText());
}

function callsIn(node: ts.Node): readonly ts.CallExpression[] {
  const calls: ts.CallExpression[] = [];
  const visit = (child: ts.Node): void => {
    if (ts.isCallExpression(child)) calls.push(child);
    ts.forEachChild(child, visit);
  };
  visit(node);
  return calls;
}

function nameOf({ expression }: ts.CallExpression): string {
  return expression.getText();
}

function permissionOf({ arguments: [, permission] }: ts.CallExpression): string | null {
  return permission && ts.isStringLiteral(permission) ? permission.text : null;
}

function sourceOf(path: string): ts.SourceFile {
  const setParentNodes = true;
  return ts.createSourceFile(
    path,
    readFileSync(path, 'utf8'),
    ts.ScriptTarget.Latest,
    setParentNodes,
  );
}

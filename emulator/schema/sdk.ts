import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import ts from "typescript-js";

/** One method of the SDK that makes a request. */
interface SdkMethod {
  /** `customers.create`, `testHelpers.testClocks.advance` */
  readonly name: string;
  readonly method: string;
  /** With its parameters in braces: `/v1/customers/{id}` */
  readonly path: string;
  readonly params: ts.Type | null;
  readonly result: ts.Type;
}

export interface Sdk {
  readonly checker: ts.TypeChecker;
  readonly methods: readonly SdkMethod[];
}

/** Reads the installed `stripe` package: its types through the compiler, its URLs from its JavaScript. Takes seconds. */
export function readSdk(): Sdk {
  const esm = join(dirname(createRequire(import.meta.url).resolve("stripe")), "..", "esm");
  const entry = join(esm, "stripe.esm.node.d.ts");
  const program = ts.createProgram([entry], {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    skipLibCheck: true,
    strict: true,
    target: ts.ScriptTarget.ES2022,
    types: [],
  });
  const checker = program.getTypeChecker();
  const stripe = program
    .getSourceFile(entry)
    ?.statements.filter(ts.isClassDeclaration)
    .find((declaration) => declaration.name?.text === "Stripe");
  if (stripe === undefined) throw new Error(`${entry} declares no class Stripe`);
  return { checker, methods: membersOf(checker, checker.getTypeAtLocation(stripe), "", esm) };
}

function membersOf(checker: ts.TypeChecker, holder: ts.Type, prefix: string, esm: string): SdkMethod[] {
  return holder.getProperties().flatMap((property) => {
    const declaration = checker.getTypeOfSymbol(property).symbol?.declarations?.find(ts.isClassDeclaration);
    const file = declaration?.getSourceFile().fileName ?? "";
    if (declaration === undefined || !file.startsWith(join(esm, "resources"))) return [];
    if (file.includes("/V2/")) return [];
    const name = `${prefix}${property.name}`;
    const type = checker.getTypeAtLocation(declaration);
    if (!declaration.name?.text.endsWith("Resource")) return membersOf(checker, type, `${name}.`, esm);
    return methodsOf(checker, declaration, name);
  });
}

function methodsOf(checker: ts.TypeChecker, resource: ts.ClassDeclaration, name: string): SdkMethod[] {
  const requests = requestsOf(
    resource.getSourceFile().fileName.replace(/\.d\.ts$/, ".js"),
    resource.name?.text,
  );
  return resource.members.filter(ts.isMethodDeclaration).flatMap((declaration) => {
    const method = declaration.name.getText();
    const request = requests.get(method);
    const signature = checker.getSignatureFromDeclaration(declaration);
    if (request === undefined || signature === undefined) return [];
    const params = signature.getParameters().find((parameter) => parameter.name === "params");
    return [
      {
        ...request,
        name: `${name}.${method}`,
        params: params === undefined ? null : checker.getNonNullableType(checker.getTypeOfSymbol(params)),
        result: signature.getReturnType(),
      },
    ];
  });
}

/** By method name, the first two arguments of its call of `_makeRequest`. */
function requestsOf(
  file: string,
  className: string | undefined,
): Map<string, { method: string; path: string }> {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true);
  const declaration = source.statements
    .filter(ts.isClassDeclaration)
    .find((candidate) => candidate.name?.text === className);
  const found = new Map<string, { method: string; path: string }>();
  for (const member of declaration?.members.filter(ts.isMethodDeclaration) ?? []) {
    ts.forEachChild(member, function visit(node) {
      if (ts.isCallExpression(node) && node.expression.getText(source) === "this._makeRequest") {
        const [method, path] = node.arguments.map((argument) => argument.getText(source).slice(1, -1));
        if (method !== undefined && path !== undefined) {
          found.set(member.name.getText(source), {
            method,
            path: path.replace(/\$\{encodeURIComponent\((\w+)\)\}/g, "{$1}"),
          });
        }
      }
      ts.forEachChild(node, visit);
    });
  }
  return found;
}

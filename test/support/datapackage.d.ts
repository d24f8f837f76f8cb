/** What the tests use of Frictionless' library, which brings no types of its own. */
declare module 'datapackage' {
  interface Resource {
    readonly name: string;
    read(options: { keyed: true; cast: true }): Promise<Readonly<Record<string, unknown>>[]>;
  }
  export class Package {
    static load(
      descriptor: string,
      options: { readonly basePath: string; readonly strict: boolean },
    ): Promise<Package>;
    readonly resources: readonly Resource[];
  }
}

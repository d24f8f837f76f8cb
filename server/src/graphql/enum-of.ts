/** An object whose keys equal its values, as GraphQL wants enumerations, from the one list in `shared`. */
export const enumOf = <Name extends string>(names: readonly Name[]): { readonly [Key in Name]: Key } =>
  Object.fromEntries(names.map((name) => [name, name])) as { [Key in Name]: Key };

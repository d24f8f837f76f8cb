/*
 * Who may import whom, in all four workspaces. Run by `npm test` and `npm run check`.
 * Type-only imports count: a type that leaks is a dependency too.
 */

/** Which domain module may import which, in shared/ and in server/ alike. Read a row as "may import". */
const MAY_IMPORT = {
  kernel: [],
  // mail of every module; knows none of them
  outbox: ['kernel'],
  access: ['kernel', 'outbox'],
  frame: ['kernel', 'access'],
  instrument: ['kernel', 'access'],
  fieldwork: ['kernel', 'outbox', 'access', 'frame', 'instrument'],
  cleaning: ['kernel', 'outbox', 'access', 'frame', 'instrument', 'fieldwork'],
  coding: ['kernel', 'access', 'frame', 'instrument', 'fieldwork', 'cleaning'],
  // not fieldwork: analysis reads cleaning's AnalysisDataset only, so an excluded form cannot reach a figure
  analysis: ['kernel', 'access', 'frame', 'instrument', 'cleaning', 'coding'],
  publication: [
    'kernel',
    'outbox',
    'access',
    'frame',
    'instrument',
    'fieldwork',
    'cleaning',
    'coding',
    'analysis',
  ],
  commissioning: ['kernel', 'access', 'outbox', 'frame', 'instrument', 'cleaning', 'analysis', 'publication'],
  // the last: a person may stand in the tables of any module
  privacy: [
    'kernel',
    'outbox',
    'access',
    'frame',
    'instrument',
    'fieldwork',
    'cleaning',
    'coding',
    'publication',
    'commissioning',
  ],
};

/** Places of the server that put modules together: nothing but the composition root imports them. */
const EDGES = 'pages|seed|health|cli';
const COMPOSITION_ROOT = '^server/src/(app\\.module|main|create-app|resolvers)\\.ts$';

const TEST_FILE = '\\.test\\.tsx?$';
const modules = Object.keys(MAY_IMPORT).join('|');
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const moduleRules = Object.entries(MAY_IMPORT).map(([module, allowed]) =>
  forbid(
    `module-${module}`,
    `${module} may import ${allowed.join(', ') || 'no other module'}`,
    { path: `^(shared|server)/src/${module}/`, pathNot: TEST_FILE },
    {
      path: `^(shared|server)/src/(${modules})/`,
      pathNot: [
        `^(shared|server)/src/(${[module, ...allowed].join('|')})/`,
        // What kind of truth a round holds and where it stands: a type that every module after it speaks of.
        ...(module === 'analysis' ? ['^shared/src/fieldwork/round\\.ts$'] : []),
      ],
    },
  ),
);

module.exports = {
  forbidden: [
    forbid(
      'no-circular',
      'a circle has no order to read it in, and ES modules punish it',
      {},
      { circular: true },
    ),
    forbid(
      'resolvable',
      'an import that leads nowhere escapes every other rule',
      {},
      { couldNotResolve: true },
    ),
    forbid(
      'shared-is-pure',
      'no dependency, no Node, no other workspace',
      { path: '^shared/src', pathNot: TEST_FILE },
      { pathNot: '^shared/src' },
    ),
    forbid(
      'shared-tests-use-no-workspace',
      'unit tests of shared prove shared alone',
      { path: `^shared/src.*${TEST_FILE}` },
      { path: '^(server|client)/' },
    ),
    forbid('client-not-to-server', 'they meet in shared/', { path: '^client/' }, { path: '^server/' }),
    forbid('server-not-to-client', 'they meet in shared/', { path: '^server/' }, { path: '^client/' }),
    forbid(
      'nothing-imports-tests',
      'the product runs without its tests',
      { pathNot: `^test/|${TEST_FILE}` },
      { path: `^test/|${TEST_FILE}` },
    ),
    forbid(
      'test-support-tests-nothing',
      'support is for every test, so it belongs to none',
      { path: '^test/support/' },
      { path: `^test/(integration|migrations|architecture|journeys|performance)/|${TEST_FILE}` },
    ),
    forbid(
      'tests-are-strangers',
      'what two kinds of test share is support',
      { path: '^test/(integration|migrations|architecture|journeys|performance)/' },
      {
        path: '^test/(integration|migrations|architecture|journeys|performance)/',
        pathNot: '^test/$1/',
      },
    ),
    forbid(
      'graphql-stays-at-the-edge',
      'entities store and services decide; neither knows the wire',
      { path: '\\.(entity|service)\\.ts$' },
      { path: '@nestjs/graphql|\\.(model|resolver|controller)\\.ts$' },
    ),
    forbid(
      'client-knows-no-database',
      'the client draws and asks over the wire; what stores stays on the server',
      { path: '^client/src/' },
      { path: 'node_modules/(@nestjs|typeorm|fastify|better-sqlite3|pg)(/|$)' },
    ),
    forbid(
      'base-knows-no-module',
      'platform, database, backup and graphql carry every module and know none',
      { path: '^server/src/(platform|database|graphql|backup)/', pathNot: `entities\\.ts$|${TEST_FILE}` },
      { path: `^server/src/(${modules}|${EDGES})/` },
    ),
    forbid(
      'edges-are-not-imported',
      'pages, seed, health and cli put modules together; a module that needs one is upside down',
      { path: '^(server|shared|client)/', pathNot: `${COMPOSITION_ROOT}|^server/src/(${EDGES})/` },
      { path: `^server/src/(${EDGES})/` },
    ),
    forbid(
      'edges-are-strangers',
      'an edge that needs another edge hides a module',
      { path: `^server/src/(${EDGES})/` },
      { path: `^server/src/(${EDGES})/`, pathNot: '^server/src/$1/' },
    ),
    forbid(
      'features-are-strangers',
      'what two features need belongs in components/, map/, lib/ or shared/',
      { path: '^client/src/features/([^/]+)/' },
      { path: '^client/src/features/', pathNot: '^client/src/features/$1/' },
    ),
    forbid(
      'client-flows-one-way',
      'parts know neither pages nor features',
      { path: '^client/src/(components|map|lib)/' },
      { path: '^client/src/(features|routes|respond)/' },
    ),
    forbid(
      'answering-stays-small',
      'the answering pages are a build of their own: no map, no single-page application',
      { path: '^client/src/respond/' },
      {
        path: '^client/src/(features|routes|map|components|lib)/|node_modules/(leaflet|urql|@urql|react-router)(/|$)',
      },
    ),
    ...moduleRules,
  ],
  options: {
    // Types are erased later; here they count.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    exclude: { path: '(^|/)dist/|^test/\\.cache/' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@liaison-atlas/source', 'types', 'node', 'import', 'require', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
    },
  },
};

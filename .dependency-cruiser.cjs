// What may import what. Every layer knows those below it and none above, so that a rule can be
// read, tested and changed without what shows it or stores it.

/** What each folder of src/ may import besides itself. */
const LAYERS = {
  domain: {
    may: [],
    because: 'The domain decides from values alone: it must run anywhere, in a test above all.',
  },
  platform: {
    may: ['domain'],
    because: 'The platform wraps the machine; it knows nothing of what runs on it.',
  },
  entities: {
    may: ['domain'],
    because: 'An entity is the shape of a table; who fills it is none of its business.',
  },
  persistence: {
    may: ['domain', 'entities', 'platform'],
    because: 'Storage answers questions; use cases put them.',
  },
  events: {
    may: ['domain', 'entities', 'persistence', 'platform'],
    because: 'Events are carried after a commit, whoever made it.',
  },
  auth: {
    may: ['domain', 'entities', 'persistence', 'platform'],
    because: 'Credentials are checked before a use case is known.',
  },
  services: {
    may: ['domain', 'entities', 'persistence', 'events', 'auth', 'platform'],
    because: 'A use case is the same for every door: GraphQL, a job or a command.',
  },
  schema: {
    may: ['domain'],
    because: 'The API’s types say what is shown, not where it comes from.',
  },
  resolvers: {
    may: ['domain', 'schema', 'services', 'events', 'platform'],
    because:
      'A resolver is a permission, one service call and one mapping: storage is out of reach.',
  },
  jobs: {
    may: ['domain', 'services', 'platform'],
    because: 'A job is a trigger: what it does is a service that anybody can call.',
  },
  http: {
    may: ['domain', 'schema', 'resolvers', 'services', 'auth', 'platform'],
    because: 'The server carries requests; it decides and stores nothing.',
  },
};

const layerRules = Object.entries(LAYERS).map(([layer, { may, because }]) => ({
  name: `${layer}-imports`,
  comment: `${because} It may import ${may.join(', ') || 'nothing'} besides itself.`,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: { path: '^src/', pathNot: `^src/(${[layer, ...may].join('|')})/` },
}));

/** What each folder of web/src/ may import besides itself and the pure domain. */
const CONSOLE_LAYERS = {
  client: { may: [], because: 'The client is of use without the console.' },
  live: { may: ['client'], because: 'News are kept by what they are about, whoever shows them.' },
  kit: {
    may: ['client', 'live'],
    because: 'What all pages are made of knows none of them.',
  },
  features: {
    may: ['client', 'live', 'kit'],
    because: 'A page does not know what is around it.',
  },
};

const consoleRules = Object.entries(CONSOLE_LAYERS).map(([layer, { may, because }]) => ({
  name: `console-${layer}-imports`,
  comment: `${because} It may import ${may.join(', ') || 'nothing'} besides itself and the domain.`,
  severity: 'error',
  from: { path: `^web/src/${layer}/` },
  to: {
    path: '^(src|web/src)/',
    pathNot: `^(src/domain/|web/src/(${[layer, ...may].join('|')})/)`,
  },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...layerRules,
    ...consoleRules,
    {
      name: 'console-domain-without-temporal',
      comment: 'Not every browser has Temporal: what needs it stays on the server.',
      severity: 'error',
      from: { path: '^web/src/' },
      to: { path: '^src/domain/time/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'cli-imports',
      comment:
        'A command composes the program as it is and calls services; it has no way of its own to the data.',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: {
        path: '^src/',
        pathNot: '^src/((cli|domain|services|platform)/|(app|open-for-command|config)\\.ts$)',
      },
    },
    {
      name: 'domain-is-pure',
      comment: 'Neither Node nor a package: values in, decisions out.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-no-pkg'] },
    },
    {
      name: 'services-know-no-door',
      comment:
        'A use case that knew GraphQL, HTTP or the job runner could be called from there alone.',
      severity: 'error',
      from: { path: '^src/services/' },
      to: { path: 'node_modules/(graphql|type-graphql|@apollo|agenda|@agendajs|fastify|ws)/' },
    },
    {
      name: 'resolvers-know-no-storage',
      comment: 'A query in a resolver would go around the permissions and rules of the services.',
      severity: 'error',
      from: { path: '^src/resolvers/' },
      to: { path: 'node_modules/(@mikro-orm|pg|kysely)/' },
    },
    {
      name: 'composition-at-the-top',
      comment:
        'What the program is made of and what it is told is decided at the top; parts are given what they need.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/([^/]+\\.ts$|cli/)' },
      to: { path: '^src/(main|app|config)\\.ts$' },
    },
    {
      name: 'no-cycles',
      comment:
        'Files that import each other are one file in two pieces, and their order of loading is luck.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolvable',
      comment: 'It would fail when it is loaded.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-development-packages',
      comment: 'The program runs where only its dependencies are installed.',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Made by codegen, from types that are no modules; and what runs among packages of its own.
    exclude: { path: '^(web/src/client/generated|bench/page/postgraphile)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};

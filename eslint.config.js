import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const DEFAULT_EXPORT = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name: one thing has one name everywhere.',
};

const AMBIENT_EFFECTS = [
  {
    selector: 'MemberExpression[object.name="process"][property.name="env"]',
    message: 'Only src/config.ts reads the environment: take the value as a parameter.',
  },
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'Ask the injected clock: a test must be able to move it.',
  },
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Ask the injected clock: a test must be able to move it.',
  },
  {
    selector: 'CallExpression[callee.name="Date"]',
    message: 'Ask the injected clock: a test must be able to move it.',
  },
  {
    selector: 'MemberExpression[object.name="Temporal"][property.name="Now"]',
    message: 'Ask the injected clock: a test must be able to move it.',
  },
];

const CONSOLE = [
  'web/**/*.{ts,tsx}',
  'tests/console/**/*.{ts,tsx}',
  'tests/support/browser/*.{ts,tsx}',
  'bench/{browser,console}/*.ts',
  'bench/{console,screenshots}.ts',
];
const TYPED = ['src/**/*.ts', 'tests/**/*.ts', 'bench/**/*.ts', '*.ts', ...CONSOLE];

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'coverage/',
      '.data/',
      'tests/generated/',
      'tests/fixtures/',
      'web/src/client/generated/',
    ],
  },
  { linterOptions: { noInlineConfig: true } },
  js.configs.recommended,
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        performance: 'readonly',
        setInterval: 'readonly',
        setTimeout: 'readonly',
        clearInterval: 'readonly',
        clearTimeout: 'readonly',
        URL: 'readonly',
        fetch: 'readonly',
      },
    },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { module: 'writable', require: 'readonly' },
    },
  },
  {
    files: TYPED,
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      eqeqeq: ['error', 'always'],
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 3],
      'no-console': 'error',
      'no-restricted-syntax': ['error', DEFAULT_EXPORT, ...AMBIENT_EFFECTS],
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    // A field's arguments are the parameters of its resolver.
    files: ['src/resolvers/**/*.ts'],
    rules: { 'max-params': ['error', 6] },
  },
  {
    files: CONSOLE,
    languageOptions: {
      parserOptions: { projectService: false, project: 'web/tsconfig.json' },
    },
  },
  {
    files: ['web/src/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'Temporal', message: 'Not every browser has it.' },
      ],
      // A component is mostly what it shows.
      'max-lines-per-function': ['error', { max: 90, skipBlankLines: true, skipComments: true }],
      // Handlers are given to elements: what they promise is nobody's to wait for.
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    // The types of all addresses follow from the router: nobody can write that one down.
    files: ['web/src/app/router.tsx'],
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' },
  },
  {
    // Marked so that nobody speaks http with a provider elsewhere; on this machine there is no wire.
    files: ['src/auth/openid-provider.ts'],
    rules: {
      '@typescript-eslint/no-deprecated': [
        'error',
        { allow: [{ from: 'package', name: 'allowInsecureRequests', package: 'openid-client' }] },
      ],
    },
  },
  {
    files: ['src/config.ts', 'src/platform/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', DEFAULT_EXPORT] },
  },
  {
    // What reads the real clock or the environment in a test starts or times real processes.
    files: ['tests/**/*.{ts,tsx}', 'bench/**/*.ts'],
    rules: {
      '@typescript-eslint/unbound-method': 'off',
      'max-lines-per-function': 'off',
      'no-restricted-syntax': ['error', DEFAULT_EXPORT],
    },
  },
  {
    // Their tools ask for a default export.
    files: ['*.config.{js,ts}', 'web/vite.config.ts', 'codegen.ts', 'tests/support/*.mjs'],
    rules: { 'no-restricted-syntax': 'off' },
  },
);

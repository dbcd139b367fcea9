import tseslint from 'typescript-eslint';

// Biome formats and does the fast rules; these three need types.
export default [
  { ignores: ['node_modules/', '.wanhe/', '.build/', 'src/console/api-types.d.ts', 'test/histories/'] },
  {
    files: ['{src,workflows,activities,test}/**/*.{ts,tsx}'],
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
];

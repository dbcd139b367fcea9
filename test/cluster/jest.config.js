// Apart from `npm test`: it builds Temporal's production server once (minutes, with Go) and runs for minutes.
import house from '../../package.json' with { type: 'json' };

const { displayName, globalSetup, globalTeardown, testMatch, ...engine } = house.jest.projects[1];

export default {
  ...engine,
  rootDir: '../..',
  displayName: 'cluster',
  testMatch: ['<rootDir>/test/cluster/**/*.test.ts'],
  testTimeout: 60_000,
};

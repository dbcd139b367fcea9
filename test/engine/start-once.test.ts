import { Connection } from '@temporalio/client';

test('the suites find the engine that was started for them', async () => {
  const address = process.env.WANHE_TEST_TEMPORAL_ADDRESS;
  const connection = await Connection.connect({ address });
  const answer = await connection.workflowService.describeNamespace({ namespace: 'default' });
  await connection.close();
  expect(answer.namespaceInfo?.name).toBe('default');
  expect(process.env.WANHE_TEST_DATABASE_URL).toMatch(
    /^postgres:\/\/postgres:\S+@127\.0\.0\.1:\d+\/postgres$/,
  );
});

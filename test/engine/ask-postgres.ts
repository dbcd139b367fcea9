import { MikroORM } from '@mikro-orm/postgresql';

/** Runs one statement on a database of its own connection, and answers the rows. */
export async function askPostgres<Row>(clientUrl: string, statement: string): Promise<Row[]> {
  const orm = await MikroORM.init({ clientUrl, entities: [], discovery: { warnWhenNoEntities: false } });
  try {
    return (await orm.em.getConnection().execute(statement)) as Row[];
  } finally {
    await orm.close(true);
  }
}

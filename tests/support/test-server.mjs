import pg from 'pg';
import { prepareTemplate } from './prepare-template.mjs';
import { startTemporaryServer } from './temporary-server.mjs';

/**
 * Gets the run's PostgreSQL, that of TEST_DATABASE_URL or an embedded one in a temporary folder,
 * and makes the database that test files clone.
 */
export async function startTestServer() {
  const given = process.env.TEST_DATABASE_URL;
  const server = given === undefined ? await startTemporaryServer() : { url: given, stop() {} };
  try {
    const template = await createTemplate(server.url);
    const stop = async () => {
      await execute(server.url, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
      await server.stop();
    };
    return { url: server.url, template, stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function createTemplate(serverUrl) {
  const template = `paceline_template_${process.pid}`;
  await execute(serverUrl, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
  await execute(serverUrl, `CREATE DATABASE ${template}`);
  const url = new URL(serverUrl);
  url.pathname = `/${template}`;
  await prepareTemplate(url.href);
  return template;
}

async function execute(connectionString, statement) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

// A process of one engine: node worker.mjs ENGINE FOLDER WORKLOAD THREADS. It loads the columns and answers commands, one a line:
// "read" (and "tuned") with the milliseconds of one query, "check" (and "check tuned") with a hash of all groups and sums.
import { createHash } from 'node:crypto';
import { createInterface } from 'node:readline';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { check, groupingOf, isNarrow, measures, sql } from './workloads.mjs';

const [engine, folder, workload, threads] = process.argv.slice(2);
const parquet = `${folder}/facts-*.parquet`;
const suffix = isNarrow(workload) ? 'i32' : 'i64';
const hash = lines => createHash('sha256').update(lines.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).join('\n')).digest('hex');

async function duckdb() {
  const { DuckDBInstance } = (await import('@duckdb/node-api')).default;
  const connection = await (await DuckDBInstance.create(':memory:', { threads })).connect();
  const grouping = groupingOf(workload);
  const dimensions = {
    none: '',
    platform: `'platform-' || platform as platform, ('platform-' || platform)::platforms as platform_enum,`,
    account: 'account,',
  };
  await connection.run(`create type platforms as enum (${Array.from({ length: 8 }, (_, i) => `'platform-${i}'`).join(', ')})`);
  await connection.run(`create table facts as select day, ${dimensions[grouping]} ${measures.map(name => `${name}_${suffix} as ${name}`).join(', ')} from read_parquet('${parquet}')`);
  const [[name]] = await (await connection.run(`select 'DuckDB ' || version()`)).getRows();
  return {
    name,
    read: form => connection.run(sql[grouping][form]),
    lines: async form => (await (await connection.run(check[form](sql[grouping][form]))).getRows()).map(row => row[0]),
  };
}

async function polars() {
  const pl = (await import('nodejs-polars')).default;
  const dimensions = { none: [], platform: ['platform'], account: ['account'] }[groupingOf(workload)];
  const columns = ['day', ...dimensions, ...measures.map(name => `${name}_${suffix}`)];
  const frame = (await pl.scanParquet(parquet).select(...columns).collect()).rechunk();

  // Grouping is by far fastest by plain columns, so the month is one before it groups.
  const sums = measures.map(name => pl.col(`${name}_${suffix}`).sum().alias(name));
  const query = {
    none: () => frame.lazy().select(...sums),
    platform: () => frame.lazy().withColumns(pl.col('day').dt.month().alias('period')).groupBy(['period', 'platform']).agg(...sums),
    account: () => frame.lazy().groupBy(['day', 'account']).agg(...sums),
  }[groupingOf(workload)];
  const text = {
    none: row => ['', '', ...row],
    platform: ([period, platform, ...rest]) => [`2024-${String(period).padStart(2, '0')}-01`, `platform-${platform}`, ...rest],
    account: ([day, account, ...rest]) => [day.toISOString().slice(0, 10), account, ...rest],
  }[groupingOf(workload)];
  return {
    name: `Polars ${pl.version} (nodejs-polars)`,
    read: () => query().collectSync(),
    lines: async () => query().collectSync().rows().map(row => text(row).join(',')),
  };
}

// The raw columns as Parquet, so many rows a file, for the engines that cannot read them raw.
async function prepare() {
  const pl = (await import('nodejs-polars')).default;
  const rows = statSync(`${folder}/day.i32`).size / 4;
  const perFile = 5_000_000;
  for (let file = 0; file * perFile < rows; file++) {
    const count = Math.min(perFile, rows - file * perFile);
    const read = (name, type) => {
      const values = new type(count);
      const descriptor = openSync(`${folder}/${name}`, 'r');
      if (readSync(descriptor, values, 0, values.byteLength, file * perFile * type.BYTES_PER_ELEMENT) !== values.byteLength) throw new Error(`${name} is too short`);
      closeSync(descriptor);
      return values;
    };
    const columns = {
      day: pl.Series('day', read('day.i32', Int32Array)).cast(pl.Date),
      platform: pl.Series('platform', read('platform.i32', Int32Array)),
      account: pl.Series('account', read('account.i32', Int32Array)),
    };
    for (const name of measures) {
      columns[`${name}_i64`] = pl.Series(`${name}_i64`, read(`${name}.i64`, BigInt64Array));
      columns[`${name}_i32`] = pl.Series(`${name}_i32`, read(`${name}.i32`, Int32Array));
    }
    pl.DataFrame(columns).writeParquet(`${folder}/facts-${String(file).padStart(3, '0')}.parquet`, { compression: 'uncompressed' });
  }
}

if (engine === 'prepare') {
  await prepare();
} else {
  const { name, read, lines } = await { duckdb, polars }[engine]();
  console.log(`ready ${name}`);
  for await (const command of createInterface({ input: process.stdin })) {
    const form = command.endsWith('tuned') ? 'tuned' : 'read';
    if (command.startsWith('check')) {
      console.log(hash(await lines(form)));
    } else {
      const start = performance.now();
      await read(form);
      console.log(String(performance.now() - start));
    }
  }
  process.exit(0);
}

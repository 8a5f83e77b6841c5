// Runs every engine on the same rows, in turns, and prints the best time of each and their ratios. See ../README.md.
import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { groupingOf, isNarrow, names, sql } from './workloads.mjs';

const here = import.meta.dirname;
const executable = join(here, 'SocialKpi.Peers/bin/Release/net10.0/SocialKpi.Peers');
const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '10000000' },
    rounds: { type: 'string', default: '7' },
    threads: { type: 'string', default: [...new Set([1, cpus().length])].join(',') },
    workloads: { type: 'string', default: names.join(',') },
    engines: { type: 'string', default: 'socialkpi,duckdb,polars' },
    data: { type: 'string' },
  },
});
const rows = Number(options.rows);
const rounds = Number(options.rounds);
const engines = options.engines.split(',');
const folder = options.data ?? mkdtempSync(join(tmpdir(), 'socialkpi-peers-'));

// The commands of each engine, and the columns of the table.
const commandsOf = workload => ({
  socialkpi: ['read', 'figures', 'floor'],
  duckdb: Object.keys(sql[groupingOf(workload)]),
  polars: ['read'],
});

/** A long-lived process of one engine that answers a line with a line. */
class Worker {
  #process;
  #answers;

  constructor(engine, workload, threads) {
    const [command, ...args] = engine === 'socialkpi'
      ? [executable, 'work', folder, workload, threads]
      : [process.execPath, join(here, 'worker.mjs'), engine, folder, workload, threads];
    this.#process = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, POLARS_MAX_THREADS: threads } });
    this.#answers = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
    this.engine = engine;
  }

  async start() {
    this.name = (await this.#next()).replace(/^ready /, '');
    return this;
  }

  async ask(command) {
    this.#process.stdin.write(`${command}\n`);
    return this.#next();
  }

  stop() {
    this.#process.stdin.end();
  }

  async #next() {
    const { value, done } = await this.#answers.next();
    if (done) throw new Error(`${this.engine} ended without an answer.`);
    return value;
  }
}

function generate() {
  const marker = join(folder, 'rows.txt');
  if (existsSync(marker)) {
    const there = readFileSync(marker, 'utf8');
    if (there !== String(rows)) throw new Error(`${folder} holds ${there} rows, not ${rows}; name another folder with --data.`);
    return;
  }
  for (const [command, args] of [[executable, ['generate', folder, String(rows)]], [process.execPath, [join(here, 'worker.mjs'), 'prepare', folder, 'none-64', '1']]]) {
    if (spawnSync(command, args, { stdio: 'inherit' }).status !== 0) throw new Error(`The rows could not be made in ${folder}.`);
  }
  writeFileSync(marker, String(rows));
}

// All engines hold the columns at once, in what the system can give without swapping.
function checkMemory() {
  const available = Number(/MemAvailable:\s+(\d+) kB/.exec(readFileSync('/proc/meminfo', 'utf8'))[1]) * 1024;
  const wide = options.workloads.split(',').some(workload => workload.endsWith('-64'));
  const needed = rows * (wide ? 92 : 52) * (engines.length + 0.5);
  if (needed > available) throw new Error(`About ${(needed / 1e9).toFixed(1)} GB are needed and ${(available / 1e9).toFixed(1)} are there; ask for fewer --rows, --engines or only 32-bit --workloads.`);
}

async function measure(workload, threads) {
  const workers = [];
  try {
    // Polars keeps the sum of 32-bit integers in 32 bits, where these sums wrap; widening the columns first takes it seconds.
    for (const engine of engines.filter(engine => engine !== 'polars' || !isNarrow(workload))) workers.push(await new Worker(engine, workload, threads).start());
    const hashes = {};
    const best = {};
    for (const worker of workers) {
      for (const command of commandsOf(workload)[worker.engine]) {
        if (command === 'read') hashes[worker.engine] = await worker.ask('check');
        if (command === 'tuned') hashes[`${worker.engine} tuned`] = await worker.ask('check tuned');
      }
    }
    const different = new Set(Object.values(hashes)).size > 1;
    for (let round = -2; round < rounds; round++) {
      for (const worker of workers) {
        for (const command of commandsOf(workload)[worker.engine]) {
          const milliseconds = Number(await worker.ask(command));
          if (Number.isNaN(milliseconds)) throw new Error(`${worker.engine} did not answer ${command} with a time.`);
          // The first two rounds warm up.
          const key = `${worker.engine} ${command}`;
          if (round >= 0) best[key] = Math.min(best[key] ?? Infinity, milliseconds);
        }
      }
    }
    return { workload, threads, names: workers.map(worker => worker.name), hashes, different, best };
  } finally {
    for (const worker of workers) worker.stop();
  }
}

const columns = [
  ['workload', run => run.workload],
  ['threads', run => run.threads],
  ['SocialKpi ms', run => time(run, 'socialkpi read')],
  ['with figures ms', run => time(run, 'socialkpi figures')],
  ['bare sum ms', run => time(run, 'socialkpi floor')],
  ['DuckDB ms', run => time(run, 'duckdb read')],
  ['DuckDB tuned ms', run => time(run, 'duckdb tuned')],
  ['Polars ms', run => time(run, 'polars read')],
  ['÷ bare sum', run => ratio(run, 'socialkpi read', 'socialkpi floor')],
  ['DuckDB ÷', run => ratio(run, 'duckdb read', 'socialkpi read')],
  ['tuned ÷', run => ratio(run, 'duckdb tuned', 'socialkpi read')],
  ['Polars ÷', run => ratio(run, 'polars read', 'socialkpi read')],
  ['sums', run => (run.different ? 'DIFFER' : 'equal')],
];
const time = (run, key) => (key in run.best ? run.best[key].toFixed(1) : '');
const ratio = (run, above, below) => (above in run.best && below in run.best ? `${(run.best[above] / run.best[below]).toFixed(2)} ×` : '');

try {
  checkMemory();
  generate();
  const runs = [];
  const line = cells => console.log(`| ${cells.join(' | ')} |`);
  for (const workload of options.workloads.split(',')) {
    if (!names.includes(workload)) throw new Error(`No workload ${workload}; there are ${names.join(', ')}.`);
    for (const threads of options.threads.split(',')) {
      const run = await measure(workload, threads);
      if (run.names.length === 0) continue;
      if (runs.length === 0) {
        console.log(`${rows.toLocaleString('en')} rows, 10 measures; best of ${rounds} alternating runs on ${cpus()[0].model}, ${cpus().length} threads`);
        console.log(`${run.names.map(name => name.replace(/, \d+ threads$/, '')).join('; ')}; Node ${process.versions.node}\n`);
        line(columns.map(([title]) => title));
        line(columns.map((_, i) => (i < 1 ? '---' : '---:')));
      }
      runs.push(run);
      line(columns.map(([, cell]) => cell(run)));
    }
  }
  for (const run of runs.filter(({ different }) => different)) {
    console.error(`${run.workload}: the engines do not agree: ${JSON.stringify(run.hashes)}`);
    process.exitCode = 1;
  }
} finally {
  if (!options.data) rmSync(folder, { recursive: true });
}

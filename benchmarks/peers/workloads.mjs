// What is asked of every engine, once. A workload is a grouping and the width of its ten measure columns in bits.
export const measures = Array.from({ length: 10 }, (_, i) => `m${i}`);
export const names = ['platform-64', 'platform-32', 'none-64', 'none-32', 'account-64'];

export const isNarrow = workload => workload.endsWith('-32');
export const groupingOf = workload => workload.split('-')[0];

// The SQL that somebody would write, and where another form makes DuckDB faster that one too: the month as an integer and the
// platform as an enum fit its table without hashing. No form that was tried helped where groups are many.
const sums = measures.map(name => `sum(${name}) as ${name}`).join(', ');
const grouped = (period, dimension) => `select ${period} as period, ${dimension} as value, ${sums} from facts group by 1, 2`;
export const sql = {
  none: { read: `select null::date as period, '' as value, ${sums} from facts` },
  platform: {
    read: grouped(`date_trunc('month', day)`, 'platform'),
    tuned: grouped('year(day) * 12 + month(day)', 'platform_enum'),
  },
  account: { read: grouped('day', 'account') },
};

// Each group as a line "day,value,sum,sum,…": engines agree when these lines, in order, have the same hash.
const line = period => `select concat_ws(',', coalesce(strftime(${period}, '%Y-%m-%d'), ''), value::varchar, ${measures.map(name => `${name}::varchar`).join(', ')})`;
export const check = {
  read: query => `${line('period')} from (${query})`,
  tuned: query => `${line('make_date((period - 1) // 12, (period - 1) % 12 + 1, 1)')} from (${query})`,
};

using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

// Any benchmark that could not run makes the run fail, so that CI notices a broken one.
IEnumerable<Summary> summaries = BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return summaries.All(summary => !summary.HasCriticalValidationErrors && summary.Reports.All(report => report.Success)) ? 0 : 1;

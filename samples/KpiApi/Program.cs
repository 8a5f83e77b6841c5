using KpiApi;

await Api.Build(args).RunAsync();

// A table from CSV. In this folder: dotnet run csv-table.cs
// Outside a clone, in place of the #:project lines: #:package SocialKpi@0.1.0, #:package SocialKpi.Import@0.1.0
#:project ../../src/SocialKpi
#:project ../../src/SocialKpi.Import
#:property PublishAot=false
using SocialKpi;
using SocialKpi.Import;

// A mapping says what the columns of an export mean. Every row is accounted for: what cannot be read is told, not guessed.
CsvImport import = CsvFacts.Read("../data/posts.csv", CsvMapping.Load("../data/posts.json"));
Console.WriteLine(import.Report);

// One query gives a table with all its totals. A total is the reading of the whole, never a mean of its cells.
KpiTable table = import.Facts.Read(KpiQuery.Of(Kpis.ClickThroughRate, Kpis.CostPerClick).By(Grain.Month).By("platform"));
Console.WriteLine(table);

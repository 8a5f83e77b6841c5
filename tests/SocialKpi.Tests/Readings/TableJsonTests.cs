using System.Text.Json;

namespace SocialKpi.Tests.Readings;

public sealed class TableJsonTests
{
    [Fact]
    public void ToJson_OfATinyTable_IsThisText()
    {
        Facts facts = Facts.FromColumns(columns => columns
            .Dimension("platform", [null, "x"])
            .Measure(Measures.Likes, [null, 5]));
        string hash = Kpis.LikeCount.Hash;
        Assert.Equal(
            $$"""
            {
              "kpis": [
                {
                  "id": "likes",
                  "label": "Likes",
                  "formula": "likes",
                  "unit": "count",
                  "direction": "higher_is_better",
                  "hash": "{{hash}}"
                }
              ],
              "lacking": [],
              "grain": null,
              "dimensions": [
                "platform"
              ],
              "filters": [],
              "timeframe": null,
              "as_of": null,
              "summed_independently": false,
              "at_least": [],
              "top": null,
              "dense": false,
              "rows": [
                {
                  "period": null,
                  "from": null,
                  "until": null,
                  "segment": {
                    "platform": "x"
                  },
                  "readings": [
                    {
                      "kpi": "likes",
                      "value": 5,
                      "unit": "count",
                      "absence": null,
                      "rows_used": 1,
                      "caveats": []
                    }
                  ]
                },
                {
                  "period": null,
                  "from": null,
                  "until": null,
                  "segment": {
                    "platform": null
                  },
                  "readings": [
                    {
                      "kpi": "likes",
                      "value": null,
                      "unit": "count",
                      "absence": "not_reported",
                      "rows_used": 0,
                      "caveats": [
                        {
                          "kind": "rows_left_out",
                          "amount": 1,
                          "text": "1 of 1 row left out: likes is unknown on 1"
                        }
                      ]
                    }
                  ]
                }
              ],
              "period_totals": [],
              "segment_totals": [],
              "total": {
                "period": null,
                "from": null,
                "until": null,
                "segment": {},
                "readings": [
                  {
                    "kpi": "likes",
                    "value": 5,
                    "unit": "count",
                    "absence": null,
                    "rows_used": 1,
                    "caveats": [
                      {
                        "kind": "rows_left_out",
                        "amount": 1,
                        "text": "1 of 2 rows left out: likes is unknown on 1"
                      }
                    ]
                  }
                ]
              }
            }
            """,
            facts.Read(KpiQuery.Of(Kpis.LikeCount).By("platform")).ToJson());
    }

    [Fact]
    public void ToJson_OfTheSmallTable_HasEveryLevel()
    {
        KpiQuery query = SmallTable.Query.During(Timeframe.Year(2026)).Where(Condition.In("platform", "instagram", "linkedin"));
        using var json = JsonDocument.Parse(SmallTable.FactsIn(Currency.EUR).Read(query).ToJson());
        JsonElement root = json.RootElement;
        Assert.Equal("month", root.GetProperty("grain").GetString());
        Assert.Equal("2026", root.GetProperty("timeframe").GetString());
        Assert.Equal("platform in (\"instagram\", \"linkedin\")", root.GetProperty("filters")[0].GetString());
        Assert.Equal((4, 2, 2), (root.GetProperty("rows").GetArrayLength(), root.GetProperty("period_totals").GetArrayLength(), root.GetProperty("segment_totals").GetArrayLength()));

        JsonElement january = root.GetProperty("period_totals")[0];
        Assert.Equal(("2026-01", "2026-01-01T00:00:00", "2026-02-01T00:00:00"), (january.GetProperty("period").GetString(), january.GetProperty("from").GetString(), january.GetProperty("until").GetString()));
        Assert.Equal(0.9375m, january.GetProperty("readings")[1].GetProperty("value").GetDecimal());
    }

    [Fact]
    public void ToJson_OfPeople_HasBoundsWhereTheFigureIsGross()
    {
        Facts facts = Facts.FromColumns(columns => columns.Dimension("account", ["a", "a", "b"]).Measure(Measures.AccountReach, [300, 500, 200]));
        using var json = JsonDocument.Parse(facts.Read(KpiQuery.Of(Kpis.GrossAccountReach).By("account")).ToJson());
        JsonElement rows = json.RootElement.GetProperty("rows");
        JsonElement bounds = rows[0].GetProperty("readings")[0].GetProperty("bounds");
        Assert.Equal((500m, 800m), (bounds.GetProperty("lower").GetDecimal(), bounds.GetProperty("upper").GetDecimal()));
        Assert.False(rows[1].GetProperty("readings")[0].TryGetProperty("bounds", out _));
    }
}

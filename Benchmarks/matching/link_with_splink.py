"""Links the exported records with Splink on DuckDB and writes the best clusters of a small grid.

link_with_splink.py RECORDS.csv CLUSTERS-PREFIX BENCHMARK PLAN SIZE

RECORDS.csv and RECORDS.csv.regions are what `MatchingBenchmark export` writes: values as the program's own matching gets
them. Names are taken apart here by the usual rules (division names in front, legal form at the end)
before the clock starts. Two models with different measures of likeness, and thresholds from 0.9 to
0.9999; each clustering is judged by `MatchingBenchmark evaluate`, the best F1 over pairs without a
shared code wins.
"""
import json
import resource
import subprocess
import sys
import time

import pandas
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

FORMS = sorted(
    "集团股份有限公司 集团有限公司 股份有限公司 有限责任公司 有限公司 农民专业合作社 专业合作社 合作社 集团公司 公司 厂 "
    "经营部 服务部 门市部 商行 车行 商店 专卖店 加油站 服务站 中心 矿 场 部 店 村民委员会 村委会".split(),
    key=len, reverse=True)


def parts(name, regions):
    """Region, core and form of a folded name."""
    rest, region = name, ""
    while True:
        found = next((r for r in regions if rest.startswith(r) and len(rest) > len(r) + 2), None)
        if not found:
            break
        region, rest = region + found, rest[len(found):]
    form = next((f for f in FORMS if rest.endswith(f) and len(rest) > len(f) + 1), "")
    core = rest[:len(rest) - len(form)] if form else rest
    return region, core, form.replace("有限责任公司", "有限公司")


def prepare(path, regions):
    frame = pandas.read_csv(path, dtype=str, keep_default_na=False)
    taken = [parts(n, regions) for n in frame["name"]]
    frame["region"], frame["core"], frame["form"] = zip(*taken)
    frame["whole"] = frame["name"].str.replace("有限责任公司", "有限公司")
    frame["code"] = frame["code"].where(frame["code"] != "", frame["person"])
    address = frame["address"]
    for region in regions:
        address = address.map(lambda a, r=region: a[len(r):] if a.startswith(r) and r else a)
    frame["address"] = address
    frame["brand"] = frame["core"].str[:2]
    frame["unique_id"] = frame["row"]
    frame["city"] = frame["county"].str[:4]
    return frame.drop(columns=["row", "person", "name"]).replace("", None)


def settings(measure):
    """The model with one measure of likeness for names: `levenshtein` or `jaro-winkler`."""
    def likeness(column):
        # Distances are over UTF-8 bytes in DuckDB: a character is three of them.
        comparison = (cl.LevenshteinAtThresholds(column, [3, 6]) if measure == "levenshtein"
                      else cl.JaroWinklerAtThresholds(column, [0.97, 0.92]))
        return comparison.configure(term_frequency_adjustments=True)

    return SettingsCreator(
        link_type="dedupe_only", unique_id_column_name="unique_id",
        blocking_rules_to_generate_predictions=[
            block_on("code"), block_on("whole"), block_on("core"), block_on("brand", "county"),
            block_on("representative", "brand"), block_on("representative", "county"),
            block_on("address", "county"),
        ],
        comparisons=[
            cl.ExactMatch("code"), likeness("whole"), likeness("core"), cl.ExactMatch("form"),
            cl.ExactMatch("region"),
            cl.ExactMatch("representative").configure(term_frequency_adjustments=True),
            cl.LevenshteinAtThresholds("address", [6]), cl.ExactMatch("county"),
        ],
        retain_intermediate_calculation_columns=False)


def cpu():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def main():
    records, prefix, benchmark, plan, size = sys.argv[1:6]
    with open(f"{records}.regions", encoding="utf-8") as file:
        regions = sorted(file.read().split(), key=len, reverse=True)
    frame = prepare(records, regions)
    best = None
    for measure in ("levenshtein", "jaro-winkler"):
        start, began = cpu(), time.monotonic()
        linker = Linker(DuckDBAPI().register(frame), settings(measure), log_level=40)
        linker.training.estimate_probability_two_random_records_match(
            [block_on("code"), block_on("whole", "county")], recall=0.8)
        linker.training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
        linker.training.estimate_parameters_using_expectation_maximisation(block_on("whole"))
        linker.training.estimate_parameters_using_expectation_maximisation(block_on("code"))
        predictions = linker.inference.predict(threshold_match_probability=0.9)
        trained = cpu() - start
        for threshold in (0.9, 0.99, 0.999, 0.9999):
            start_cluster = cpu()
            clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(
                predictions, threshold_match_probability=threshold)
            seconds = trained + cpu() - start_cluster
            out = f"{prefix}.csv"
            clusters.as_pandas_dataframe()[["unique_id", "cluster_id"]].to_csv(
                out, index=False, header=["row", "cluster"])
            found = f"{prefix}.json"
            subprocess.run([benchmark, "evaluate", plan, size, out, found],
                           check=True, stdout=subprocess.DEVNULL)
            result = json.load(open(found))
            score = result["obligors"]["pairsWithoutCode"]
            print(f"  {measure}, threshold {threshold}: "
                  f"P {score['precision']:.4f} R {score['recall']:.4f} F1 {score['f1']:.4f}", flush=True)
            if best is None or score["f1"] > best["f1"]:
                best = dict(score, threshold=threshold, measure=measure, cpuSeconds=seconds,
                            wallSeconds=time.monotonic() - began, result=result)
    best["peakBytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    with open(f"{prefix}-best.json", "w", encoding="utf-8") as file:
        json.dump(best, file, indent=1, ensure_ascii=False, sort_keys=True)
    print(f"  best: {best['measure']}, threshold {best['threshold']}, {best['cpuSeconds']:.1f} CPU s, "
          f"peak {best['peakBytes'] / 1e6:.0f} MB")


main()

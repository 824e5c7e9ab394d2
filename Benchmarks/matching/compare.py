"""Prints leadscreen and Splink side by side, and how many times the CPU Splink takes.

compare.py FOLDER PLAN…: reads PLAN.json and PLAN-splink-best.json, writes comparison.json.
"""
import json
import sys
from pathlib import Path

folder, plans = Path(sys.argv[1]), sys.argv[2:]
rows = {}
print("| drop | matcher | P | R | F1 | of organisations: P | R | F1 | CPU s | peak MB |")
print("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
for plan in plans:
    ours = json.loads((folder / f"{plan}.json").read_text())
    theirs = json.loads((folder / f"{plan}-splink-best.json").read_text())
    reading = ours["reading"]
    rows[plan] = {
        "leadscreen": (ours["obligors"], ours["organisations"], reading["cpuSeconds"],
                       reading["peakBytesBeyond"]),
        "splink": (theirs["result"]["obligors"], theirs["result"]["organisations"],
                   theirs["cpuSeconds"], theirs["peakBytes"]),
    }
    for matcher, (obligors, organisations, cpu, peak) in rows[plan].items():
        scores = [f"{one['pairsWithoutCode'][key]:.4f}" for one in (obligors, organisations)
                  for key in ("precision", "recall", "f1")]
        print(f"| {plan} | {matcher} | {' | '.join(scores)} | {cpu:.2f} | {peak / 1e6:.0f} |")
    print(f"{plan}: Splink takes {theirs['cpuSeconds'] / max(reading['cpuSeconds'], 1e-9):.0f} "
          "times the CPU, training included")
(folder / "comparison.json").write_text(json.dumps(rows, indent=1, sort_keys=True))

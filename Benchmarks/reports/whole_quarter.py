"""Screens 2026Q4 of a workspace and says what that took: whole_quarter.py PROGRAM WORKSPACE

One line: records, leads, wall seconds of the process from its start to its end, wall seconds of writing
the reports and the workbook, CPU seconds, peak bytes.
"""
import json
import resource
import subprocess
import sys
import time

program, workspace = sys.argv[1:]
start = time.monotonic()
done = subprocess.run(
    [program, "screen", "2026Q4", "--workspace", workspace, "--as-of", "2027-01-10", "--json", "--quiet"],
    stdout=subprocess.PIPE, check=True)
wall = time.monotonic() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
run = json.loads(done.stdout)
writing = sum(run["timings"].get(stage, 0) for stage in ("reports", "workbook"))
print(run["counts"]["records"], run["counts"]["leads"], f"{wall:.3f}", f"{writing:.3f}",
      f"{used.ru_utime + used.ru_stime:.3f}", run["peak_rss_bytes"])

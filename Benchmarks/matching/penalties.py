"""Measures the matching on a real file of penalties with answers that its own numbers give.

penalties.py PROGRAM FOLDER [WORKSPACES]

FOLDER holds tw_penalties.csv, tw_duplicate_groups_same_document.csv and
tw_name_variants_same_registration.csv (they are not in the repository); PROGRAM is leadscreen.
Screens the file as it is and compares leads with the given groups of one document; then screens every
pair of names under one registration number three times: with the number on both records, on one
record, and on one record with other addresses. WORKSPACES keeps what was screened.
"""
import collections
import csv
import itertools
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

QUARTER = "2026Q3"
PROFILE = pathlib.Path(__file__).parents[2] / "docs/profiles/tw-penalties.profile.yaml"


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def screen(program, workspace, columns, rows):
    """Screens the rows in a workspace of their own; returns its records, joins and questions."""
    shutil.rmtree(workspace, ignore_errors=True)
    (workspace / f"Inputs/{QUARTER}").mkdir(parents=True)
    (workspace / "Inputs/profiles").mkdir()
    shutil.copy(PROFILE, workspace / "Inputs/profiles")
    (workspace / "leadscreen.yaml").write_text('jurisdiction: "710000"\norganisation: 測試\n')
    with open(workspace / f"Inputs/{QUARTER}/penalties.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    subprocess.run(
        [program, "screen", QUARTER, "--as-of", "2026-10-10", "--max-rejects", "10%", "--quiet",
         "--no-progress"], cwd=workspace, check=True, stdout=subprocess.DEVNULL)
    data = workspace / f"Reports/{QUARTER}/data"
    return tuple(read(data / f"{name}.csv") for name in ("records", "matches", "review"))


def place(name):
    """The place in the drop of a record that an output names."""
    return int(name.rsplit("#", 1)[1]) - 1


def pairs(groups):
    return {pair for group in groups for pair in itertools.combinations(sorted(group), 2)}


def documents(program, folder, workspace):
    rows = read(folder / "tw_penalties.csv")
    records, matches, review = screen(program, workspace, rows[0].keys(), rows)
    at = {row["row_no"]: number for number, row in enumerate(rows)}
    given = collections.defaultdict(list)
    for row in read(folder / "tw_duplicate_groups_same_document.csv"):
        given[row["registration_no"], row["document_no"]].append(at[row["row_no"]])
    leads = collections.defaultdict(list)
    for number, record in enumerate(records):
        if record["lead_id"]:
            leads[record["lead_id"]].append(number)
    status = collections.Counter(record["status"] for record in records)
    print(f"{len(rows)} records: {dict(status)}; {len(leads)} leads, "
          f"{len({r['obligor_id'] for r in records if r['obligor_id']})} obligors, "
          f"{len(review)} questions")
    found, wanted = pairs(leads.values()), pairs(given.values())
    usable = {pair for pair in wanted if all(records[one]["lead_id"] for one in pair)}
    print(f"groups of one document: {len(given)}, {len(wanted)} pairs; whole in one lead "
          f"{sum(len({records[n]['lead_id'] for n in group} - {''}) == 1 for group in given.values())}; "
          f"pairs found {len(wanted & found)} of {len(usable)} whose records are leads")
    rule = {}
    for match in matches:
        if match["lead_id"]:
            rule.setdefault(frozenset((place(match["record_a"]), place(match["record_b"]))), match["rule"])
    others = found - wanted
    kinds = collections.Counter()
    samples = collections.defaultdict(list)
    for one, other in sorted(others):
        kind = []
        a, b = rows[one], rows[other]
        for field in ("document_no", "registration_no", "transgress_date"):
            kind.append(("same " if a[field] == b[field] else "other ") + field)
        key = ", ".join(kind)
        kinds[key] += 1
        samples[key].append((one + 1, other + 1, rule.get(frozenset((one, other)), "through others")))
    print(f"pairs of one lead that no group has: {len(others)}")
    for key, count in kinds.most_common():
        print(f"  {count:5} {key}; by {collections.Counter(s[2] for s in samples[key]).most_common(4)}")
        for one, other, how in samples[key][:3]:
            print(f"        #{one} {rows[one - 1]['facility_name']} / #{other} {rows[other - 1]['facility_name']} ({how})")
    asked = {frozenset((place(r["left"]), place(r["right"]))) for r in review if "#" in r["left"] and "#" in r["right"]}
    missed = sorted(usable - found)
    print(f"pairs of a group in two leads: {len(missed)}, asked about {sum(frozenset(p) in asked for p in missed)}")
    for one, other in missed[:6]:
        print("   ", *(f"#{n + 1} {rows[n]['facility_name']} {rows[n]['transgress_date']} {rows[n]['transgress_law'][:24]}" for n in (one, other)), sep="  ")


def kind(name, other):
    """What the one name has that the other has not."""
    longer, shorter = (other, name) if len(other) >= len(name) else (name, other)
    if longer.startswith(shorter):
        tail = longer[len(shorter):]
        if re.search(r"工程|工地", tail):
            return "company + building site"
        if re.search(r"廠|場|站|店|所|部|處|院|校|中心|分公司|库|庫|區|課|室", tail):
            return "company + works or branch"
        return "name + " + ("brackets" if re.match(r"[(（]", tail) else "something")
    if longer.endswith(shorter):
        return "something + name"
    if re.search(r"工程|工地", name + other):
        return "names of building sites"
    same = len(set(name) & set(other)) / max(len(set(name) | set(other)), 1)
    return "alike" if same >= 0.6 else "unlike" if same < 0.25 else "partly alike"


def variants(program, folder, workspace, title, hasNumber, hasAddress):
    rows = read(folder / "tw_penalties.csv")
    bearing = {}
    for row in rows:
        bearing.setdefault((row["registration_no"], row["transgress_name"]), row)
    drop, asked_of = [], []
    first = {}
    for number, variant in enumerate(read(folder / "tw_name_variants_same_registration.csv")):
        registration = variant["registration_no"]
        row = bearing.get((registration, variant["penalised_name"]))
        if row is None:
            continue
        if registration not in first:
            first[registration] = len(drop)
            drop.append(row | {"facility_name": variant["facility_name"], "document_no": f"01-{len(drop)}",
                               "transgress_date": "2010/01/04", "penalty_date": "2010/02/01",
                               "appeal_rescind": "", "of": registration})
        asked_of.append((first[registration], len(drop), variant))
        drop.append(row | {"facility_name": variant["penalised_name"], "document_no": f"02-{len(drop)}",
                           "appeal_rescind": "", "of": registration,
                           "registration_no": registration if hasNumber else "",
                           "address": row["address"] if hasAddress else ""})
    records, matches, review = screen(program, workspace, rows[0].keys(), drop)
    asked = {frozenset((place(r["left"]), place(r["right"]))) for r in review if "#" in r["left"] and "#" in r["right"]}
    in_review = {n for pair in asked for n in pair}
    outcome = collections.defaultdict(collections.Counter)
    samples = collections.defaultdict(list)
    for one, other, variant in asked_of:
        ids = records[one]["obligor_id"], records[other]["obligor_id"]
        what = ("joined" if ids[0] == ids[1] and ids[0] else "asked" if frozenset((one, other)) in asked
                else "asked with another" if other in in_review else "neither")
        group = kind(variant["facility_name"], variant["penalised_name"])
        outcome[group][what] += 1
        samples[what, group].append(f"{variant['facility_name']} / {variant['penalised_name']}")
    total = sum(outcome.values(), collections.Counter())
    print(f"\n{title}: {dict(total)}")
    for group, counts in sorted(outcome.items(), key=lambda item: -sum(item[1].values())):
        print(f"  {sum(counts.values()):5} {group}: {dict(counts)}")
        for what in counts:
            for sample in samples[what, group][:2]:
                print(f"        {what}: {sample}")
    wrong = collections.defaultdict(set)
    for n, record in enumerate(records):
        if record["obligor_id"]:
            wrong[record["obligor_id"]].add(drop[n]["of"])
    merged = [numbers for numbers in wrong.values() if len(numbers) > 1]
    print(f"  obligors of more than one registration number: {len(merged)}, of {len(wrong)}")


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    program, folder = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as temporary:
        work = pathlib.Path(sys.argv[3] if len(sys.argv) > 3 else temporary)
        documents(program, folder, work / "documents")
        variants(program, folder, work / "both", "names, number on both records", True, True)
        variants(program, folder, work / "one", "names, number on one record", False, True)
        variants(program, folder, work / "bare", "names, number and address on one record", False, False)


main()

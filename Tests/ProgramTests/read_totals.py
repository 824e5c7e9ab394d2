"""The figures of a quarter as each output has them, a line each: source, name, number.

Reads the files as a stranger would: python3 read_totals.py REPORTS PACKAGE. leads.csv and records.csv
are counted anew, by what docs and headers say of their columns.
"""
import csv
import html.parser
import json
import re
import sys
import zipfile
import xml.etree.ElementTree as ET

reports, package = sys.argv[1:3]


def say(source, name, value):
    print(source, name, value, sep="\t")


class Page(html.parser.HTMLParser):
    """Texts of elements with data-figure."""

    def __init__(self):
        super().__init__()
        self.name, self.tag, self.depth, self.text = None, None, 0, ""

    def handle_starttag(self, tag, attributes):
        if self.name:
            self.depth += tag == self.tag
        elif dict(attributes).get("data-figure"):
            self.name, self.tag, self.depth, self.text = dict(attributes)["data-figure"], tag, 1, ""

    def handle_endtag(self, tag):
        if self.name and tag == self.tag:
            self.depth -= 1
            if self.depth == 0:
                say("html", self.name, self.text.replace(",", "").strip())
                self.name = None

    def handle_data(self, data):
        if self.name:
            self.text += data


with open(f"{reports}/report.html", encoding="utf-8") as file:
    Page().feed(file.read())

book = zipfile.ZipFile(f"{reports}/ledger.xlsx")
main = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
workbook = ET.fromstring(book.read("xl/workbook.xml"))
sheets = [sheet.get("name") for sheet in workbook.iter(main + "sheet")]
cells = {}
for defined in workbook.iter(main + "definedName"):
    if not defined.get("name").startswith("fig_"):
        continue
    sheet, cell = re.fullmatch(r"'?(.+?)'?!\$([A-Z]+\$\d+)", defined.text).groups()
    if sheet not in cells:
        part = ET.fromstring(book.read(f"xl/worksheets/sheet{sheets.index(sheet) + 1}.xml"))
        cells[sheet] = {c.get("r"): c.findtext(main + "v") for c in part.iter(main + "c")}
    say("xlsx", defined.get("name")[4:], cells[sheet][cell.replace("$", "")])

word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
for name in ["report.docx", "bulletin.docx"]:
    body = ET.fromstring(zipfile.ZipFile(f"{reports}/{name}").read("word/document.xml"))
    for control in body.iter(word + "sdt"):
        tag = control.find(f"{word}sdtPr/{word}tag")
        if tag is not None and tag.get(word + "val").startswith("figure:"):
            text = "".join(t.text or "" for t in control.iter(word + "t"))
            say(name, tag.get(word + "val")[7:], text.replace(",", ""))

totals = json.load(open(f"{reports}/manifest.json", encoding="utf-8"))["totals"]
for name in ["files", "leads", "obligors", "exceptions", "overdue", "review_items"]:
    say("manifest", name, totals[name])
say("manifest", "facts_missing", totals["missing_facts"])
for name in ["records", "opened", "merged", "repeats", "rejected"]:
    say("manifest", name, totals["balance"][name])
for status, count in totals["leads_by_status"].items():
    say("manifest", f"leads_{status}", count)
for disposition, count in totals["leads_by_disposition"].items():
    say("manifest", disposition, count)


def table(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


leads = table(f"{reports}/data/leads.csv")
dispositions = [name for name in totals["leads_by_disposition"]]
counted = {
    "leads": len(leads),
    "leads_new": sum(lead["status"] == "new" for lead in leads),
    "leads_changed": sum(lead["status"] == "changed" for lead in leads),
    "leads_open": sum(lead["status"] == "open" for lead in leads),
    "obligors": len({lead["obligor_id"] for lead in leads} - {""}),
    "protected_place": sum(
        "T" in (lead["in_red_line"], lead["in_nature_reserve"]) for lead in leads),
    "repeat_offender": sum(lead["repeat_offender"] == "T" for lead in leads),
    "exceptions": sum(
        "T" in (lead["in_red_line"], lead["in_nature_reserve"], lead["repeat_offender"])
        for lead in leads),
    "major": sum(lead["major"] == "T" for lead in leads),
    "overdue": sum(int(lead["overdue_days"] or 0) > 0 for lead in leads),
    "facts_missing": sum(lead["missing_facts"] != "" for lead in leads),
    "transfers": sum("C09" in lead["channels"].split(";") for lead in leads),
    "amount_unknown": sum(
        lead["amount_estimate"] == "" and lead["amount_determined"] == "" for lead in leads),
    "review_items": len(table(f"{reports}/data/review.csv")),
}
for name in dispositions:
    counted[name] = sum(lead["disposition"] == name for lead in leads)
records = table(f"{reports}/data/records.csv")
counted["records"] = len(records)
words = {"opened": "opened", "merged": "merged", "repeats": "repeat", "rejected": "rejected"}
for name, word_of in words.items():
    counted[name] = sum(record["status"] == word_of for record in records)
for name, count in counted.items():
    say("csv", name, count)

described = json.load(open(f"{package}/data/datapackage.json", encoding="utf-8"))["x-submission"]
for total in described["totals"]:
    say("package", total["name"], total["value"])
checks = json.load(open(f"{package}/data/checks.json", encoding="utf-8"))
checks = checks["checks"] if isinstance(checks, dict) else checks
of_check = {"CK01": "records", "CK02": "leads", "CK03": "leads", "CK04": "exceptions",
            "CK05": "overdue", "CK06": "leads"}
for check in checks:
    if check["id"] in of_check:
        say("checks", of_check[check["id"]], check["count"])

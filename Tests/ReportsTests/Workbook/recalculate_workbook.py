"""Has LibreOffice calculate a workbook and prints where it disagrees with the values in the file.

The values of all formulas are falsified first, so that none of them can be taken over; then
LibreOffice opens the workbook under a profile that says to recalculate always, and saves it. The
recalculated values are held against those of the workbook as it was. With `--pages` the workbook's
pages are printed too, and kept as pictures in the folder that WORKBOOK_PICTURES names.
"""

import json
import os
import re
import subprocess
import sys
import zipfile

import openpyxl

PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"
 oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def falsify(path, copy):
    """A copy of the workbook in which every formula has a wrong value; how many there are."""
    formulas = 0
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(copy, "w") as target:
        for part in source.infolist():
            content = source.read(part)
            if part.filename.startswith("xl/worksheets/sheet"):
                text, count = re.subn(
                    r"(</f>)<v>[^<]*</v>", r"\1<v>424242</v>", content.decode()
                )
                formulas += count
                content = text.encode()
            target.writestr(part, content)
    return formulas


def office(folder, *arguments):
    profile = os.path.join(folder, "profile")
    os.makedirs(os.path.join(profile, "user"), exist_ok=True)
    with open(os.path.join(profile, "user", "registrymodifications.xcu"), "w") as file:
        file.write(PROFILE)
    try:
        done = subprocess.run(
            ["/usr/bin/soffice", f"-env:UserInstallation=file://{profile}", "--headless",
             "--convert-to", *arguments],
            cwd=folder, capture_output=True, text=True, timeout=240,
        )
    except FileNotFoundError:
        sys.exit("soffice is missing: apt-get install libreoffice-calc-nogui")
    if done.returncode != 0:
        sys.exit(done.stdout + done.stderr)


def pages(folder, workbook):
    """The text of each printed page, its spaces taken out."""
    office(folder, "pdf", "--outdir", folder, workbook)
    pdf = os.path.join(folder, os.path.basename(workbook).replace(".xlsx", ".pdf"))
    text = subprocess.run(
        ["/usr/bin/pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True
    ).stdout
    kept = os.environ.get("WORKBOOK_PICTURES")
    if kept:
        subprocess.run(["/usr/bin/pdftoppm", "-r", "80", "-png", pdf, f"{kept}/page"], check=True)
    return [re.sub(r"\s", "", page) for page in text.split("\f") if page.strip()]


def main(path, folder, *options):
    copy = os.path.join(folder, "falsified.xlsx")
    formulas = falsify(path, copy)
    result = os.path.join(folder, "recalculated")
    office(folder, "xlsx", "--outdir", result, copy)
    stated = openpyxl.load_workbook(path, data_only=True)
    written = openpyxl.load_workbook(path)
    found = openpyxl.load_workbook(os.path.join(result, "falsified.xlsx"), data_only=True)
    wrong = []
    compared = 0
    for sheet in written:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != "f":
                    continue
                compared += 1
                here = stated[sheet.title][cell.coordinate].value or ""
                there = found[sheet.title][cell.coordinate].value or ""
                near = isinstance(here, float) and isinstance(there, float) and abs(here - there) < 1e-9
                if here != there and not near:
                    wrong.append(f"{sheet.title}!{cell.coordinate} {here!r} {there!r} {cell.value}")
    printed = pages(folder, path) if "--pages" in options else []
    json.dump(
        {"formulas": formulas, "compared": compared, "wrong": wrong, "pages": printed}, sys.stdout
    )


main(*sys.argv[1:])

"""The cells of a workbook as lines for ledger.c: python3 dump_cells.py WORKBOOK.xlsx > CELLS"""
import re
import sys
import xml.etree.ElementTree as ET
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
out = sys.stdout.buffer
book = zipfile.ZipFile(sys.argv[1])
names = [n for n in book.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", n)]
for name in sorted(names, key=lambda n: int(re.search(r"\d+", n).group())):
    out.write(b"S\n")
    for _, row in ET.iterparse(book.open(name)):
        if row.tag != MAIN + "row":
            continue
        out.write(b"R%d\n" % (int(row.get("r")) - 1))
        for cell in row:
            letters = re.match("[A-Z]+", cell.get("r")).group()
            column = 0
            for letter in letters:
                column = column * 26 + ord(letter) - 64
            style = int(cell.get("s", 0))
            inline, value = cell.find(f"{MAIN}is/{MAIN}t"), cell.findtext(MAIN + "v")
            if inline is not None:
                text = (inline.text or "").encode()
                out.write(b"t%d %d %d\n%s\n" % (column - 1, style, len(text), text))
            elif value is not None and cell.get("t") in (None, "n"):
                out.write(b"n%d %d %s\n" % (column - 1, style, value.encode()))
            elif value is not None:
                text = value.encode()
                out.write(b"t%d %d %d\n%s\n" % (column - 1, style, len(text), text))
            else:
                out.write(b"b%d %d\n" % (column - 1, style))
        row.clear()

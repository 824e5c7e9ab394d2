"""Fills in the yellow columns of 线索台账 with openpyxl, as people do in a spreadsheet.

fill_register.py FROM TO JSON: the JSON is a list of [lead id, {title: value}]; a value written
`2026-10-20` becomes a real date, a number stays one, null clears the cell.
"""

import datetime
import json
import re
import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
sheet = book["线索台账"]
titles = {cell.value: cell.column for cell in sheet[2]}
rows = {sheet.cell(row, titles["线索编号"]).value: row for row in range(3, sheet.max_row + 1)}
for lead, values in json.loads(sys.argv[3]):
    for title, value in values.items():
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            value = datetime.date.fromisoformat(value)
        sheet.cell(rows[lead], titles[title]).value = value
book.save(sys.argv[2])

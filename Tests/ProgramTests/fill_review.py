"""Fills in the review sheet of a ledger.xlsx with openpyxl, as people do in a spreadsheet.

fill_review.py FROM TO VERDICT [PERSON [yellow]]: answers every row, or those with yellow cells alone;
the day is a real date.
"""

import datetime
import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
sheet = book["待人工研判"]
titles = {cell.value: cell.column for cell in sheet[1]}
for row in range(2, sheet.max_row + 1):
    colour = sheet.cell(row, titles["结论"]).fill.fgColor.rgb
    if sys.argv[5:] == ["yellow"] and colour != "FFFFF8DC":
        continue
    sheet.cell(row, titles["结论"], sys.argv[3])
    sheet.cell(row, titles["决定人"], sys.argv[4] if len(sys.argv) > 4 else "张三")
    sheet.cell(row, titles["日期"], datetime.date(2026, 10, 20))
    sheet.cell(row, titles["理由"], "看过案卷")
book.save(sys.argv[2])

"""Reads a workbook with openpyxl and prints what it holds as JSON.

Every formula is calculated here from the cells it names and held against the value the file has
for it, so that both are known to be true.
"""

import datetime
import json
import re
import sys
import zipfile

import openpyxl


class Number(float):
    def __truediv__(self, other):
        return None if other == 0 else float(self) / float(other)


def meets(value, wanted):
    """Whether a cell's value meets a criterion of COUNTIFS."""
    if not isinstance(wanted, str):
        return value == wanted
    if wanted == "=":
        return value is None
    if wanted.startswith("<>"):
        return value != (wanted[2:] or None)
    if wanted.startswith(">"):
        return isinstance(value, (int, float)) and value > float(wanted[1:])
    if "*" in wanted:
        pattern = ".*".join(re.escape(part) for part in wanted.split("*"))
        return isinstance(value, str) and re.fullmatch(pattern, value, re.DOTALL) is not None
    return value == wanted


def calculate(book, sheet, formula):
    """The value of a formula made of COUNTIFS, COUNTA, SUM, IF, ranges and cells."""

    def cells(name, area):
        where = book[name] if name else sheet
        first, last = area.replace("$", "").split(":")
        return [cell.value for row in where[f"{first}:{last}"] for cell in row]

    def cell(place):
        value = sheet[place.replace("$", "")].value
        return Number(value) if isinstance(value, (int, float)) else value

    def countifs(*pairs):
        matching = None
        for area, wanted in zip(pairs[::2], pairs[1::2]):
            hits = [meets(value, wanted) for value in area]
            matching = hits if matching is None else [a and b for a, b in zip(matching, hits)]
        return sum(matching)

    token = re.compile(
        r"'(?P<sheet>[^']+)'!(?P<far>[$A-Z0-9]+:[$A-Z0-9]+)"
        r"|(?P<near>\$?[A-Z]{1,3}\$?[0-9]+:\$?[A-Z]{1,3}\$?[0-9]+)"
        r"|(?P<text>\"[^\"]*\")|(?P<join>&)|(?P<one>\$?[A-Z]{1,3}\$?[0-9]+)|(?P<name>[A-Z]{2,})|(?P<equal>=)"
    )

    def python(match):
        if match["far"]:
            return f"cells({match['sheet']!r}, {match['far']!r})"
        if match["near"]:
            return f"cells(None, {match['near']!r})"
        if match["one"]:
            return f"cell({match['one']!r})"
        if match["equal"]:
            return "=="
        if match["join"]:
            return "+"
        return match[0]

    names = {
        "cells": cells,
        "cell": cell,
        "COUNTIFS": countifs,
        "COUNTA": lambda area: sum(value is not None for value in area),
        "SUM": lambda area: sum(value for value in area if isinstance(value, (int, float))),
        "IF": lambda condition, yes, no: yes if condition else no,
    }
    return eval(token.sub(python, formula[1:]), {"__builtins__": {}}, names)


def plain(value):
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    return value


def main(path):
    book = openpyxl.load_workbook(path)
    values = openpyxl.load_workbook(path, data_only=True)
    sheets = []
    wrong = []
    for sheet in book:
        cached = values[sheet.title]
        rows = []
        for row in sheet.iter_rows():
            cells = []
            for cell in row:
                value = cached[cell.coordinate].value
                if cell.data_type == "f":
                    expected = calculate(values, cached, cell.value)
                    same = (value or "") == (expected or "") or (
                        isinstance(expected, float) and abs(value - expected) < 1e-12
                    ) or value == expected
                    if not same:
                        wrong.append(f"{sheet.title}!{cell.coordinate} {value!r} {expected!r}")
                is_date = value is not None and getattr(cell, "is_date", False)
                kind = "date" if is_date else cell.data_type
                cells.append([kind, plain(value), cell.number_format])
            rows.append(cells)
        setup = sheet.page_setup
        sheets.append(
            {
                "title": sheet.title,
                "freeze": sheet.freeze_panes or "",
                "filter": sheet.auto_filter.ref or "",
                "repeats": ",".join(
                    filter(None, [sheet.print_title_cols, sheet.print_title_rows])
                ),
                "isLandscape": setup.orientation == "landscape",
                "paper": int(setup.paperSize or 0),
                "width": int(setup.fitToWidth if setup.fitToWidth is not None else 1),
                "footer": [
                    part.text or ""
                    for part in (
                        sheet.oddFooter.left,
                        sheet.oddFooter.center,
                        sheet.oddFooter.right,
                    )
                ],
                "charts": len(sheet._charts),
                "choices": [
                    [rule.formula1, str(rule.sqref)]
                    for rule in sheet.data_validations.dataValidation
                    if rule.type == "list"
                ],
                "days": [
                    str(rule.sqref)
                    for rule in sheet.data_validations.dataValidation
                    if rule.type == "date"
                ],
                "yellow": [
                    cell.coordinate
                    for row in sheet.iter_rows()
                    for cell in row
                    if cell.fill.fill_type == "solid" and cell.fill.fgColor.rgb == "FFFFF8DC"
                ],
                "cells": rows,
            }
        )
    archive = zipfile.ZipFile(path)
    charts = [
        # The title's text, and the ranges that the series name.
        "".join(re.findall(r"<a:t>(.*?)</a:t>", text)) + " " + " ".join(re.findall(r"<c:f>(.*?)</c:f>", text))
        for text in (
            archive.read(part).decode() for part in archive.namelist() if "charts/chart" in part
        )
    ]
    names = book.defined_names
    names = names.values() if isinstance(names, dict) else names.definedName
    figures = {}
    for name in names:
        if name.name.startswith("fig_"):
            sheet, place = name.attr_text.rsplit("!", 1)
            figures[name.name] = values[sheet.strip("'")][place.replace("$", "")].value
    created = book.properties.created.isoformat()
    json.dump(
        {
            "sheets": sheets, "wrong": wrong, "created": created,
            "charts": charts, "figures": figures,
        },
        sys.stdout,
    )


main(sys.argv[1])

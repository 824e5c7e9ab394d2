"""Reads a .docx for the tests and prints what stands in it as JSON.

    read_document.py FILE            with the standard library: every part must be well-formed
    read_document.py FILE --docx     with python-docx, as an independent reader
"""

import json
import sys
import zipfile
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def local(element):
    return element.tag.rsplit("}", 1)[-1]


def text(element):
    return "".join(piece.text or "" for piece in element.iter(W + "t"))


def content(path):
    orders, controls, parts, paragraphs = {}, [], {}, []
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            parts[name] = text(root := ElementTree.fromstring(archive.read(name)))
            for element in root.iter():
                if local(element) in ("pPr", "rPr", "tblPr", "tcPr", "sectPr", "sdtPr"):
                    order = [local(child) for child in element]
                    kind = orders.setdefault(local(element), [])
                    if order not in kind:
                        kind.append(order)
            for control in root.iter(W + "sdt"):
                tag = control.find(f"{W}sdtPr/{W}tag").get(W + "val")
                number = control.find(f"{W}sdtPr/{W}id").get(W + "val")
                placeholder = control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
                controls.append([tag, number, placeholder, text(control)])
            if name == "word/document.xml":
                for paragraph in root.iter(W + "p"):
                    style = paragraph.find(f"{W}pPr/{W}pStyle")
                    paragraphs.append([style.get(W + "val"), text(paragraph)])
    return {"parts": parts, "orders": orders, "controls": controls, "paragraphs": paragraphs}


def as_docx(path):
    import docx

    document = docx.Document(path)
    section = document.sections[0]
    core = document.core_properties
    return {
        "headings": [
            [paragraph.style.name, paragraph.text]
            for paragraph in document.paragraphs
            if paragraph.style.name.startswith("Heading")
        ],
        "tables": [
            {
                "rows": [[cell.text for cell in row.cells] for row in table.rows],
                "repeated": [row._tr.trPr.find(W + "tblHeader") is not None for row in table.rows],
                "whole": [row._tr.trPr.find(W + "cantSplit") is not None for row in table.rows],
            }
            for table in document.tables
        ],
        "margins": [
            round(side.mm)
            for side in (
                section.top_margin, section.right_margin, section.bottom_margin, section.left_margin
            )
        ],
        "paper": [round(section.page_width.mm), round(section.page_height.mm)],
        "headers": [
            section.header.paragraphs[0].text,
            section.even_page_header.paragraphs[0].text,
            section.first_page_header.paragraphs[0].text,
        ],
        "evenAndOdd": document.settings.odd_and_even_pages_header_footer,
        "firstIsOther": section.different_first_page_header_footer,
        "properties": [
            core.title, core.author, core.subject, core.identifier, core.created.isoformat(),
            core.modified.isoformat(),
        ],
    }


if __name__ == "__main__":
    path = sys.argv[1]
    json.dump(as_docx(path) if "--docx" in sys.argv else content(path), sys.stdout)

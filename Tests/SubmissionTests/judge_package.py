"""Says what bagit and frictionless think of the package in a folder, a line a finding."""

import logging
import os
import sys

import bagit
import frictionless

logging.disable(logging.CRITICAL)
folder = sys.argv[1]
try:
    bagit.Bag(folder).validate()
    print("bag: valid")
except bagit.BagValidationError as error:
    print("bag:", error.__class__.__name__, str(error).replace("\n", " "))
    for detail in getattr(error, "details", []) or []:
        print("bag:", detail.__class__.__name__, str(detail))

os.chdir(os.path.join(folder, "data"))
report = frictionless.validate("datapackage.json")
if report.valid:
    print("package: valid", *[f"{task.name}={task.stats.get('rows', 0)}" for task in report.tasks])
for task in report.tasks:
    for place in task.flatten(["rowNumber", "fieldName", "type"]):
        print("package:", task.name, *place)

"""The changes that scripts/mutate-rules makes in rule packs, found line by line.

A pack is block YAML with flow lists and mappings that do not go over a line's end; what is not
written so is not changed.
"""
import datetime
import decimal
import re

DATE = re.compile(r"\b(not_before|certain_from|last_certain_day|possibly_until|from|last): "
                  r"(\d{4}-\d\d-\d\d)")
# The word that puts the number itself on the other side of the bound.
BOUNDS = {"以下": "不满", "以内": "不满", "不超过": "不满", "不满": "以下", "以上": "超过",
          "超过": "以上", "以外": "以上"}
# A kind that evaluates otherwise; restating and adding differ in what is cited, not in what results.
KINDS = {"restates": "replaces", "adds": "replaces", "replaces": "adds", "yields_to": "adds"}
UNITS = {"natural_day": "working_day", "working_day": "natural_day", "month": "natural_day"}


def indent(line):
    return len(line) - len(line.lstrip(" "))


def flow_list(text):
    """The parts of a flow list such as `[a, {b: c, d: e}]`, split at its own commas."""
    parts, depth, start = [], 0, 1
    for place, sign in enumerate(text):
        depth += (sign in "[{") - (sign in "]}")
        if (sign == "," and depth == 1) or depth == 0:
            parts.append(text[start:place].strip())
            start = place + 1
        if depth == 0:
            return [part for part in parts if part], place + 1
    raise ValueError(text)


class Facts:
    """The words of closed lists and the facts that are days, read from facts.yaml line by line."""

    def __init__(self, path):
        self.words, self.days = {}, []
        fact = key = None
        for line in path.read_text(encoding="utf-8").splitlines():
            if found := re.match(r"  (\w+):", line):
                fact, key = found[1], None
            if "type: date" in line:
                self.days.append(fact)
            if found := re.search(r"\b(values|scale): (\[.*?\])", line):
                self.words[fact] = flow_list(found[2])[0]
            elif found := re.match(r"    (\w+):\s*$", line):
                key = found[1]
            elif key == "values" and (found := re.match(r"      - (\w+)", line)):
                self.words.setdefault(fact, []).append(found[1])


class Mutator:
    """Every change of a pack: what is changed, in which line, and the changed lines."""

    def __init__(self, lines, facts):
        self.lines, self.facts, self.found = lines, facts, []
        section = owner = None
        for at, line in enumerate(lines):
            if found := re.match(r"(\w+):", line):
                section, owner = found[1], found[1]
            if found := re.match(r"  - \{?id: ([\w.-]+)", line):
                owner = found[1]
            elif section == "params" and (found := re.match(r"  (\w+):", line)):
                owner = found[1]
            if line.lstrip().startswith("#"):
                continue
            self.owner = owner
            if section in ("validity", "params", "repeals"):
                self.days(at)
            if section == "repeals":
                self.flow_parts(at, "may_conclude")
            if section == "params":
                self.numbers(at)
            if section in ("rules", "deadlines"):
                self.swap(at, r"(kind: )(\w+)", KINDS)
                if re.match(r"  - \{?id: ", line):
                    self.change(at, "removed", [], self.end(at))
            if section in ("rules", "deadlines"):
                self.condition(at)
            if section == "deadlines":
                self.deadline(at)

    def change(self, at, what, new, end=None):
        end = at + 1 if end is None else end
        changed = self.lines[:at] + new + self.lines[end:]
        self.found.append((at + 1, f"{self.owner}: {what}", changed))

    def end(self, at):
        """The first line after the item or the key that begins in line `at`."""
        after = at + 1
        while after < len(self.lines) and (
                not self.lines[after].strip()
                or indent(self.lines[after]) > indent(self.lines[at])):
            after += 1
        return after

    def swap(self, at, pattern, words):
        line = self.lines[at]
        for found in re.finditer(pattern, line):
            if (new := words.get(found[2])) is not None:
                self.change(at, f"{found[2]} -> {new}",
                            [line[:found.start(2)] + new + line[found.end(2):]])

    def steps(self, at, pattern, step):
        """Puts each of `step(value)` in place of the value."""
        line = self.lines[at]
        for found in re.finditer(pattern, line):
            for new in step(found[2]):
                self.change(at, f"{found[1].strip(': ')} {found[2]} -> {new}",
                            [line[:found.start(2)] + new + line[found.end(2):]])

    def days(self, at):
        def beside(text):
            day = datetime.date.fromisoformat(text)
            return [str(day + datetime.timedelta(days=step)) for step in (-1, 1)]
        self.steps(at, DATE, beside)

    @staticmethod
    def whole(text):
        return [str(int(text) + step) for step in (-1, 1) if int(text) + step > 0]

    def numbers(self, at):
        def fen(text):
            return [str(decimal.Decimal(text) + decimal.Decimal(step)) for step in ("-.01", ".01")]
        self.steps(at, r'(value: )"([\d.]+)"', fen)
        self.steps(at, r"(value: )(\d+)\b", self.whole)
        self.swap(at, r"(bound: )(\w+)", BOUNDS)

    def condition(self, at):
        line = self.lines[at]
        self.swap(at, r"(op: )(\w+)", {"at_most": "above", "above": "at_most"})
        self.swap(at, r"(?:^\s*(- )?|[{ ])(all|any)(?=:)", {"all": "any", "any": "all"})
        self.steps(at, r"\b(n: )(\d+)", self.whole)
        self.flow_parts(at, "unless")
        for key in ("all", "any"):
            self.flow_parts(at, key)
        if re.match(r"\s*(- )?(?:when: )?(all|any):\s*$", line):
            self.operands(at)
        self.negation(at)
        self.words(at)

    def flow_parts(self, at, key):
        """Takes one part out of a flow list that has more, or the only one of `unless`."""
        line = self.lines[at]
        for found in re.finditer(rf"\b{key}: (?=\[)", line):
            parts, length = flow_list(line[found.end():])
            for part in parts:
                rest = ", ".join(one for one in parts if one != part)
                if rest or key in ("unless", "may_conclude"):
                    self.change(at, f"{key} without {part}",
                                [f"{line[:found.end()]}[{rest}]{line[found.end() + length:]}"])

    def operands(self, at):
        starts = [place for place in range(at + 1, self.end(at))
                  if self.lines[place].lstrip().startswith("- ")]
        depth = min((indent(self.lines[place]) for place in starts), default=0)
        starts = [place for place in starts if indent(self.lines[place]) == depth]
        for start in starts if len(starts) > 1 else []:
            what = self.lines[start].strip().removeprefix("- ")
            self.change(start, f"operand removed: {what}", [], self.end(start))

    def negation(self, at):
        line = self.lines[at]
        if found := re.search(r"\{not: (\{.*\})\}", line):
            parts, length = flow_list("[" + found[1] + "]")
            self.change(at, "not dropped", [line.replace(f"{{not: {parts[0]}}}", parts[0], 1)])
        elif found := re.match(r"(\s*(?:- )?)not: \{(.*)\}\s*$", line):
            self.change(at, "not dropped", [found[1] + found[2]])
        elif found := re.match(r"(\s*(?:- )?)not:\s*$", line):
            below = [one[2:] for one in self.lines[at + 1:self.end(at)]]
            below[0] = found[1] + below[0].lstrip()
            self.change(at, "not dropped", below, self.end(at))

    def words(self, at):
        """Another value or level; a value less or more in a list of them."""
        line = self.lines[at]
        near = [line] + self.lines[max(at - 1, 0):at] + self.lines[at + 1:at + 2]
        fact = next((found[1] for one in near if (found := re.search(r"\bfact: (\w+)", one))), None)
        known = self.facts.words.get(fact, [])

        def beside(word):
            place = known.index(word)
            return [known[other] for other in (place - 1, place + 1) if 0 <= other < len(known)]
        self.steps(at, r"\b(value: )(\w+)", lambda word: beside(word)[:1])
        self.steps(at, r"\b(level: )(\w+)", beside)
        if found := re.search(r"\bvalues: (?=\[)", line):
            parts, length = flow_list(line[found.end():])
            more = [word for word in known if word not in parts][:1]
            for new in [[one for one in parts if one != part] for part in parts] + [parts + more]:
                if new and new != parts:
                    self.change(at, f"values [{', '.join(parts)}] -> [{', '.join(new)}]",
                                [f"{line[:found.end()]}[{', '.join(new)}]"
                                 f"{line[found.end() + length:]}"])

    def deadline(self, at):
        days = self.facts.days
        self.steps(at, r"\b(length: )(\d+)", self.whole)
        self.swap(at, r"\b(unit: )(\w+)", UNITS)
        self.swap(at, r"\b(trigger: )(\w+)", dict(zip(days, days[1:] + days[:1])))

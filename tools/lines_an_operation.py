"""How much code an operation of the product costs: lines of conversations, of the kit they share, and of rules.

`python -m tools.lines_an_operation`. Operations are the rows of `docs/operations.md`.
"""

import re
from pathlib import Path

ROW = re.compile(r"^\| (?:RM|OT|IC|SS|AB)\d+ ", re.MULTILINE)
"""A row of the table of operations begins with its number."""


def lines(folder: str) -> int:
    """Lines of Python below a folder, with comments and empty ones; migrations do not count."""
    files = [path for path in Path(folder).rglob("*.py") if "migrations" not in path.parts]
    return sum(len(path.read_text().splitlines()) for path in files)


if __name__ == "__main__":
    operations = len(ROW.findall(Path("docs/operations.md").read_text()))
    for folder in ("handlers", "bot", "domain", "storage", "jobs", "tests"):
        print(f"{folder:10} {lines(folder):7} lines {lines(folder) / operations:7.0f} an operation")
    print(f"{operations} operations")

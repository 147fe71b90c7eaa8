"""Measures how much of a listing's text is understood, and how much of what is understood is right.

`python -m benchmarks.intake FILE.jsonl [--json] [--errors FIELD] [--part aside|rest]`. Each line of the
file has `text`, `truth` (what is known of the property) and `truth_in_text` (which of those
fields the text states); a field counts only in the rows that list it there.
`--part aside` takes every third row alone, `--part rest` the others: who makes rules looks at the rest, and is judged
by what stands aside.

- recall: of the rows that state a field, how many have the right value understood;
- precision: of the rows that state a field and have any value understood for it, how many have the right one.

What is right: a number is equal to the truth; an area also when the truth is it rounded or cut to
whole metres or tenths.
`price` is right when it equals the truth's price or its `price_alt` (the site converts one into the other, and the
text states either), as either of the understood `price` and `price_alt`; a currency that the text states must agree,
a guessed one need not. `price_alt` is right by the same rule. Requests are judged by their limits: `budget_max` by
`price_max`, `budget_min` by `price_min`, `area` by either limit. `rooms` must be the only number understood of a
listing, or among those of a request; for a layout (“1+1”), which may be counted in two ways, an alternative that is
reported as such is not counted as right. Of `metro` and `district`, of which a text names several and the truth one,
one right name is enough. Names are compared by their stems without the words “район”, “улица”, “ЖК” and the like.
`intent`, which is a label of the text itself, counts in every row that was labelled by hand or from a chat, and for the
others as `intent (all)`; rows labelled agent_seek are left out, being neither an offer nor a request.
"""

import json
import time
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from benchmarks.intake_judging import FIELDS, judge
from domain.matching.intake import understand


class Part(StrEnum):
    """Which rows are judged."""

    ALL = "all"
    ASIDE = "aside"
    REST = "rest"


@dataclass(slots=True)
class Score:
    """Counts of one field: rows that state it, rows with any value understood, rows with the right one."""

    n: int = 0
    understood: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        """The right ones among the understood, 0 to 1."""
        return self.right / self.understood if self.understood else 0.0

    @property
    def recall(self) -> float:
        """The right ones among all that the texts state, 0 to 1."""
        return self.right / self.n if self.n else 0.0


def measure(rows: list[dict[str, Any]], errors: str | None = None) -> dict[str, Score]:
    """The score of each field over the rows; misses of the field `errors` are printed."""
    scores: dict[str, Score] = defaultdict(Score)
    for row in rows:
        understood = understand(row["text"])
        for field in FIELDS:
            verdict = judge(field, row, understood)
            if verdict is None:
                continue
            score = scores[field]
            score.n += 1
            score.understood += verdict.said is not None
            score.right += verdict.right
            if errors == field and not verdict.right:
                typer.echo(f"--- truth {verdict.truth!r}, understood {verdict.said!r}\n{row['text'][:700]}\n")
    return scores


def milliseconds(rows: list[dict[str, Any]]) -> list[float]:
    """How long each text takes, ascending."""
    taken = []
    for row in rows:
        start = time.perf_counter()
        understand(row["text"])
        taken.append((time.perf_counter() - start) * 1000)
    return sorted(taken)


def main(
    file: Path,
    *,
    as_json: Annotated[bool, typer.Option("--json")] = False,
    errors: Annotated[str | None, typer.Option(help="Print the misses of this field.")] = None,
    part: Annotated[Part, typer.Option(help="Every third row (aside), the others (rest), or all.")] = Part.ALL,
) -> None:
    """Print precision and recall of each field, and the time a text takes."""
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]
    rows = [row for index, row in enumerate(rows) if part is Part.ALL or (index % 3 == 0) == (part is Part.ASIDE)]
    scores = measure(rows, errors)
    if as_json:
        found = {f: {"precision": s.precision, "recall": s.recall, "n": s.n} for f, s in scores.items()}
        typer.echo(json.dumps(found, ensure_ascii=False, indent=1))
        return
    typer.echo(f"{'field':22}{'n':>5}{'precision':>11}{'recall':>8}")
    for field in FIELDS:
        if field in scores:
            one = scores[field]
            typer.echo(f"{field:22}{one.n:5}{one.precision:11.3f}{one.recall:8.3f}")
    taken = milliseconds(rows)
    typer.echo(f"a text takes {taken[len(taken) // 2]:.2f} ms (median), {taken[-1]:.1f} ms (longest)")


if __name__ == "__main__":
    typer.run(main)

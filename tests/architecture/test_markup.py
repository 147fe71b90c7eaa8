"""HTML is made in one place, where facts are escaped, so that nothing a person typed is ever taken for markup."""

import ast
import re
from pathlib import Path

from tests.architecture.modules import modules, parsed

TAG = re.compile(r"</?(b|strong|i|em|u|s|code|pre|a|blockquote|tg-\w+)\b[^<]*>")
SPEECH = "bot/localization.py"
WITHOUT_WORDS = {
    "bot/context_middleware.py": "the code of an apology",
    "bot/telegram/failure_reports.py": "the code of an alarm",
}
"""Where markup goes around something that is not said in words."""


def test_markup_is_written_where_facts_are_escaped() -> None:
    elsewhere = [
        f"{path}:{node.lineno}"
        for path in modules("bot", "domain", "handlers", "jobs", "storage")
        if path != SPEECH and path not in WITHOUT_WORDS
        for node in ast.walk(parsed(Path(path)))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and TAG.search(node.value)
    ]
    assert elsewhere == []


def test_markup_is_never_glued_from_what_may_be_typed() -> None:
    """`Markup(f"...")` and `Markup(a + b)` take anything for markup; `Markup("...").format(...)` escapes it."""
    glued = [
        f"{path}:{node.lineno}"
        for path in modules("bot", "handlers")
        for node in ast.walk(parsed(Path(path)))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Markup"
        and any(isinstance(one, ast.JoinedStr | ast.BinOp) for one in node.args)
    ]
    assert glued == []

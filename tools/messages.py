"""Which messages the code says, found by reading it, and which of them Russian still lacks.

A message is the first argument of `t(...)` or of a refusal. It may be written there, chosen between two, or stand in a
constant; and a function that hands its own argument on to `t` makes whatever it is called with a message too. What
cannot be told from the source is reported as such, so that nothing goes untranslated unseen. `make messages` prints the
missing ones as entries for bot/locale/ru.
"""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

ROOT = Path(__file__).parent.parent
CATALOGUES = ROOT / "bot" / "locale"
SPOKEN = ("bot", "domain", "handlers", "jobs", "storage")
"""The packages that speak to people."""
KEYWORDS = {
    "t": 0,
    "say": 0,
    "Refusal": 0,
    "NotFound": 0,
    "Forbidden": 0,
    "Conflict": 0,
    "NotUnderstood": 0,
    "EitherDay": 0,
    "Command": 1,
}
"""What says the message at this place among its arguments."""
PHRASES = {"Phrase", "Event"}
"""Tuples of the domain that begin with a message; they are made in functions that return them."""

Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
Key = tuple[str, str | None]
"""The message, and its plural if it has one."""


@dataclass
class Source:
    """One module, read."""

    path: str
    tree: ast.Module
    constants: dict[str, ast.expr] = field(default_factory=dict)
    imported: dict[str, tuple[str, str]] = field(default_factory=dict)
    """A name here -> the module it comes from, and its name there ("" for the module itself)."""

    def __post_init__(self) -> None:
        for node in self.tree.body:
            match node:
                case ast.Assign(targets=[ast.Name(id=name)], value=value):
                    self.constants[name] = value
                case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                    self.constants[name] = value
                case ast.ImportFrom(module=str(module), names=names):
                    for one in names:
                        self.imported[one.asname or one.name] = (module, one.name)


class Reading:
    """All messages of the sources, and the places where it cannot be told what is said."""

    def __init__(self, sources: dict[str, Source]) -> None:
        self.messages: dict[Key, list[str]] = {}
        self.unclear: dict[str, list[int]] = {}
        """path:function -> lines"""
        self._sources = sources
        self._handing_on: dict[tuple[str, str], tuple[int, str]] = {}
        """(module, function) that hands an argument on to `t` -> the argument's place and name."""
        while True:
            known = len(self._handing_on)
            self.messages.clear()
            self.unclear.clear()
            for module, source in sources.items():
                self._walk(module, source, source.tree, ())
            if len(self._handing_on) == known:
                return

    def _walk(self, module: str, source: Source, node: ast.AST, around: tuple[Function, ...]) -> None:
        if isinstance(node, Function):
            around = (*around, node)
            self._defaults_of_refusals(source, node)
        if isinstance(node, ast.Tuple) and source.path.startswith("domain/") and _returns_phrase(around):
            match node.elts:
                case [ast.Constant(value=str()) | ast.Subscript() | ast.IfExp() as message, _]:
                    self._say(source, module, message, around)
        if isinstance(node, ast.Call):
            self._call(module, source, node, around)
        for child in ast.iter_child_nodes(node):
            if child is not getattr(node, "returns", None):
                self._walk(module, source, child, around)

    def _defaults_of_refusals(self, source: Source, function: Function) -> None:
        if source.path == "domain/refusal.py":
            for default in function.args.defaults:
                if isinstance(default, ast.Constant) and isinstance(default.value, str):
                    self._add((default.value, None), source, default)

    def _call(self, module: str, source: Source, call: ast.Call, around: tuple[Function, ...]) -> None:
        match call.func:
            case ast.Attribute(attr="n") if len(call.args) >= 3:
                self._counted(module, source, call, around)
            case ast.Name(id="self") | ast.Attribute(attr="self") if source.path != "bot/localization.py":
                pass
            case ast.Name(id=name) | ast.Attribute(attr=name):
                said = self._argument(module, source, call, "t" if name == "self" else name)
                if said is not None:
                    self._say(source, module, said, around)

    def _counted(self, module: str, source: Source, call: ast.Call, around: tuple[Function, ...]) -> None:
        """A message for one and for many, which may each be several."""
        ones, manys = (self._resolve(source, module, part, around, 0) for part in call.args[:2])
        if not ones or not manys or len(ones) != len(manys):
            self._cannot_tell(source, call, around)
            return
        for key in zip(ones, manys, strict=True):
            self._add(key, source, call)

    def _argument(self, module: str, source: Source, call: ast.Call, name: str) -> ast.expr | None:
        """What is handed to a function that says it; None of any other function."""
        place, argument_name = KEYWORDS.get(name), ""
        if place is None:
            handed = self._handed(module, source, call.func, name)
            if handed is None:
                return None
            place, argument_name = handed
        said = next((one.value for one in call.keywords if argument_name and one.arg == argument_name), None)
        return call.args[place] if said is None and place < len(call.args) else said

    def _handed(self, module: str, source: Source, func: ast.expr, name: str) -> tuple[int, str] | None:
        """The place of the message among the arguments of a function that hands it on."""
        match func:
            case ast.Name() if name in source.imported:
                return self._handing_on.get(source.imported[name])
            case ast.Name() | ast.Attribute(value=ast.Name(id="self")):
                return self._handing_on.get((module, name))
            case ast.Attribute(value=ast.Name(id=owner)) if owner in source.imported:
                package, inside = source.imported[owner]
                return self._handing_on.get((f"{package}.{inside}", name))
        return None

    def _say(self, source: Source, module: str, said: ast.expr, around: tuple[Function, ...]) -> None:
        found = self._resolve(source, module, said, around, 0)
        if found is None:
            self._cannot_tell(source, said, around)
            return
        for text in found:
            self._add((text, None), source, said)

    def _resolve(
        self, source: Source, module: str, said: ast.expr, around: tuple[Function, ...], depth: int
    ) -> list[str] | None:
        """The messages an expression may be; None if that cannot be told."""
        if depth > 8:
            return None
        match said:
            case ast.Constant(value=str(text)):
                return [text]
            case ast.Attribute(value=ast.Name(id=owner), attr=name) if owner in source.imported:
                package, inside = source.imported[owner]
                return self._constant(f"{package}.{inside}", name, depth)
            case ast.Name(id=name):
                return self._name(source, module, name, around, depth)
            case (
                ast.Subscript(value=value) | ast.Call(func=ast.Attribute(value=value, attr="get" | "items" | "values"))
            ):
                return self._resolve(source, module, value, around, depth + 1)
        parts = _alternatives(said)
        return self._all(source, module, parts, around, depth) if parts is not None else None

    def _all(
        self, source: Source, module: str, parts: list[ast.expr], around: tuple[Function, ...], depth: int
    ) -> list[str] | None:
        found: list[str] = []
        for part in parts:
            texts = self._resolve(source, module, part, around, depth + 1)
            if texts is None:
                return None
            found += texts
        return found

    def _constant(self, module: str, name: str, depth: int) -> list[str] | None:
        source = self._sources.get(module)
        if source is None or name not in source.constants:
            return None
        return self._resolve(source, module, source.constants[name], (), depth + 1)

    def _name(
        self, source: Source, module: str, name: str, around: tuple[Function, ...], depth: int
    ) -> list[str] | None:
        for function in reversed(around):
            arguments = [*function.args.posonlyargs, *function.args.args]
            for place, argument in enumerate(arguments):
                if argument.arg == name and not isinstance(function, ast.Lambda):
                    is_method = arguments[0].arg in {"self", "cls"}
                    self._handing_on[module, function.name] = place - is_method, name
                    return []
            local = list(_assigned(function, name))
            if local:
                return self._all(source, module, local, around, depth)
        if name in source.constants:
            return self._resolve(source, module, source.constants[name], (), depth + 1)
        if name in source.imported:
            return self._constant(*source.imported[name], depth)
        return None

    def _add(self, key: Key, source: Source, node: ast.expr) -> None:
        self.messages.setdefault(key, []).append(f"{source.path}:{node.lineno}")

    def _cannot_tell(self, source: Source, node: ast.expr, around: tuple[Function, ...]) -> None:
        name = next((one.name for one in reversed(around) if not isinstance(one, ast.Lambda)), "")
        self.unclear.setdefault(f"{source.path}:{name}", []).append(node.lineno)


def _returns_phrase(around: tuple[Function, ...]) -> bool:
    function = around[-1] if around else None
    returned = getattr(function, "returns", None)
    return returned is not None and any(isinstance(one, ast.Name) and one.id in PHRASES for one in ast.walk(returned))


def _alternatives(said: ast.expr) -> list[ast.expr] | None:
    """What an expression is one of."""
    match said:
        case ast.IfExp(body=one, orelse=other):
            return [one, other]
        case ast.BoolOp(values=values) | ast.Dict(values=values):
            return values
        case ast.Tuple(elts=values) | ast.List(elts=values) | ast.Set(elts=values):
            return values
        case _:
            return None


def _assigned(function: Function, name: str) -> Iterator[ast.expr]:
    """What a local name may stand for: what is assigned to it, or what it goes through."""
    for node in ast.walk(function):
        match node:
            case ast.Assign(targets=[ast.Tuple(elts=targets)], value=ast.Tuple(elts=values)):
                yield from (value for target, value in zip(targets, values, strict=False) if _is(target, name))
            case ast.Assign(targets=targets, value=value) if any(_is(target, name) for target in targets):
                yield value
            case ast.AnnAssign(target=target, value=ast.expr() as value) | ast.NamedExpr(target=target, value=value):
                if _is(target, name):
                    yield value
            case ast.comprehension(target=target, iter=value) | ast.For(target=target, iter=value):
                if any(_is(one, name) for one in ast.walk(target)):
                    yield value


def _is(target: ast.AST, name: str) -> bool:
    return isinstance(target, ast.Name) and target.id == name


@cache
def said() -> Reading:
    """Everything that the code says to people."""
    sources = {}
    for package in SPOKEN:
        for path in sorted((ROOT / package).rglob("*.py")):
            inside = path.relative_to(ROOT)
            module = ".".join(inside.with_suffix("").parts).removesuffix(".__init__")
            sources[module] = Source(str(inside), ast.parse(path.read_text()))
    return Reading(sources)


@cache
def translated(language: str) -> dict[str, Catalog]:
    """The catalogues of a language, by file."""
    read = {}
    for path in sorted((CATALOGUES / language).glob("*.po")):
        with path.open("rb") as file:
            read[path.name] = read_po(file, locale=language)
    return read


def key_of(message: Message) -> Key:
    """What an entry of a catalogue translates."""
    return (message.id[0], message.id[1]) if isinstance(message.id, (list, tuple)) else (message.id, None)


def missing(language: str) -> list[Key]:
    """What is said but has no translation."""
    known: set[Key] = set()
    for catalogue in translated(language).values():
        for message in catalogue:
            if not message.id:
                continue
            forms = message.string if isinstance(message.string, (list, tuple)) else (message.string,)
            if all(forms):
                known.add(key_of(message))
    return [key for key in said().messages if key not in known]


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
    parts = escaped.split("\n")
    return "\n".join(f'"{part}\\n"' for part in parts[:-1]) + ("\n" if len(parts) > 1 else "") + f'"{parts[-1]}"'


def _entry(key: Key, places: list[str]) -> str:
    one, many = key
    head = "".join(f"#: {place}\n" for place in dict.fromkeys(places)) + f"msgid {_quoted(one)}\n"
    if many is None:
        return head + 'msgstr ""\n'
    return head + f"msgid_plural {_quoted(many)}\n" + "".join(f'msgstr[{form}] ""\n' for form in range(3))


def _main() -> int:
    reading = said()
    for place, lines in reading.unclear.items():
        print(f"# it cannot be told what is said in {place}, line {lines[0]}", file=sys.stderr)
    lacking = missing("ru")
    print("\n".join(_entry(key, reading.messages[key]) for key in lacking))
    print(f"# {len(reading.messages)} messages, {len(lacking)} without a translation", file=sys.stderr)
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(_main())

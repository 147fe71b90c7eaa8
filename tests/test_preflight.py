"""What an operator can set wrongly is one sentence that says what to write, with code 2, before anything is served."""

import base64
import contextlib
import os
import re
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from typer.testing import CliRunner

import main
from preflight import data_folder
from settings import Settings, WrongSettings, read_settings
from storage import schema
from storage.database import Database
from tests.support.world import MASTER_KEY, World

ROOT = Path(__file__).parent.parent
OTHER_KEY = base64.b64encode(b"another key another key another!").decode()
TOKEN = "123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
SECRET = "s3cr3t-passw0rd"
WRONG = {
    "BOT_TOKEN": ["nonsense", "123456", ":ABC", "123456:", "12 3456:ABC", "abc:DEF", "123456:AB C"],
    "BOT_API_URL": ["api.telegram.org", "ftp://x", "https://", "http://a b", "http://host:99999", "http://[::1"],
    "DATABASE_URL": [
        "mysql://localhost/x",
        "property.db",
        "sqlite://property.db",
        "sqlite:///",
        "sqlite:///:memory:",
        "sqlite+pysqlite:///x.db",
        "postgresql+asyncpg://localhost/x",
        "postgresql://u:s3cr3t-passw0rd@127.0.0.1:port/x",
        "postgresql://u:s3cr3t-passw0rd@127.0.0.1:1/x",
        "postgresql://u:s3cr3t-passw0rd@no-such-host.invalid/x",
        "sqlite:////no/such/folder/property.db",
        "sqlite:////tmp",
        "sqlite:///{file}",
    ],
    "DATA_DIR": ["{file}", "{file}/below", "/proc/nowhere"],
    "ADMIN_IDS": ["anna", "12,anna", "-100123", "0", "1.5", "9" * 30, "@anna"],
    "WEBHOOK_URL": ["example.org/hook", "https://", "https://host name/x", "https://host:0/x"],
    "WEBHOOK_SECRET": ["пароль", "a b", "x" * 257],
    "WEBHOOK_LISTEN": ["8080", ":8080", "0.0.0.0:", "0.0.0.0:0", "0.0.0.0:99999", "0.0.0.0:²", "a b:80"],
    "MASTER_KEY": ["short", "ключ", MASTER_KEY[:-5], f"{MASTER_KEY}{MASTER_KEY}"],
    "PAYMENT_PROVIDER_TOKEN": ["381764678:TEST: 100037"],
    "SANDBOX_LISTEN": ["8081", "host:port", "127.0.0.1:70000", "{used}"],
    "BASE_CURRENCY": ["XXX", "rub", "рубль", "USD"],
    "EXCHANGE_RATES": [
        "80", "{", "[]", '{"USD": 0}', '{"USD": -1}', '{"USD": "x"}', '{"USD": NaN}', '{"XXX": 1}', '{"RUB": 1}',
    ],
    "MATCH_THRESHOLD": ["-1", "101", "many", "60.5"],
    "MATCH_WEIGHTS": ["{", "[]", '{"colour": 5}', '{"price": 0}', '{"price": -1}', '{"price": "x"}'],
    "MATCH_EDGE": ["0", "101", "x"],
    "PRICE_NOISE": ["-1", "101", "NaN", "x"],
    "LOG_LEVEL": ["CHATTY", "7"],
}  # fmt: skip
"""Each setting, wrong in every way we know; {file} is a file that is no database, {used} an address in use."""
RIGHT_BESIDE = {"MATCH_WEIGHTS": {}, "SANDBOX_LISTEN": {"BOT_TOKEN": ""}}


@pytest.fixture
def used_port() -> Iterator[int]:
    """A port somebody else listens on."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., tuple[int, str]]:
    """The command line with these settings and no others; returns the exit code and what was said."""
    # a command of its own must not change what this process writes
    monkeypatch.setattr(os, "umask", lambda _mask: 0)
    monkeypatch.setattr(main, "set_up_logging", lambda _settings: None)
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, **settings: str) -> tuple[int, str]:
        for name in Settings.model_fields:
            monkeypatch.delenv(name.upper(), raising=False)
        for name, value in {"DATA_DIR": str(tmp_path / "data"), **settings}.items():
            monkeypatch.setenv(name, value)
        done = CliRunner().invoke(main.cli, list(arguments))
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            raise done.exception
        return done.exit_code, done.output

    return run


def test_the_walk_knows_every_setting() -> None:
    assert {name.upper() for name in Settings.model_fields} == set(WRONG)


@pytest.mark.parametrize("name", WRONG)
def test_every_example_is_right(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    about = Settings.model_fields[name.lower()]
    assert about.examples, name
    if name == "MASTER_KEY":
        return  # a key that could be copied from a message would be everybody's
    monkeypatch.setenv(name, about.examples[0])
    read_settings(_env_file=None)


@pytest.mark.parametrize(("name", "value"), [(name, value) for name in WRONG for value in WRONG[name]])
def test_a_wrong_setting_is_one_sentence_with_code_2(
    command: Callable[..., tuple[int, str]], tmp_path: Path, used_port: int, name: str, value: str
) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("no database at all, " * 500)
    value = value.replace("{file}", str(file)).replace("{used}", f"127.0.0.1:{used_port}")
    code, said = command("run", **{"BOT_TOKEN": TOKEN, **RIGHT_BESIDE.get(name, {}), name: value})
    assert code == 2, said
    sentences = [line for line in said.splitlines() if line and line != "Wrong settings:"]
    shown = "EXCHANGE_RATES" if value == "USD" else name
    assert len(sentences) == 1, said
    assert re.match(rf"{shown}: [^{{]+", sentences[0]), said
    assert len(sentences[0]) < 300
    assert SECRET not in said
    assert "Traceback" not in said


def test_a_wrong_env_file_is_said(command: Callable[..., tuple[int, str]], tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes("LOG_LEVEL=ОШИБКА".encode("cp1251"))
    code, said = command("check")
    assert (code, "UTF-8" in said) == (2, True)


def test_an_env_file_with_a_mark_at_its_beginning_is_read(
    command: Callable[..., tuple[int, str]], tmp_path: Path
) -> None:
    (tmp_path / ".env").write_bytes(b"\xef\xbb\xbfLOG_LEVEL=CHATTY\n")
    code, said = command("check")
    assert (code, said.count("LOG_LEVEL")) == (2, 1)


@pytest.mark.parametrize("content", [b"", b"short", b"\xff" * 32, MASTER_KEY.encode()[:20]])
def test_a_damaged_key_file_is_said(command: Callable[..., tuple[int, str]], tmp_path: Path, content: bytes) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "master.key").write_bytes(content)
    for arguments in (["run"], ["migrate"], ["check"], ["grant", "5", "realtor"]):
        code, said = command(*arguments, BOT_TOKEN=TOKEN, BOT_API_URL="http://127.0.0.1:1")
        assert code == 2
        assert "MASTER_KEY: " in said


def test_a_webhook_address_in_use_is_said(command: Callable[..., tuple[int, str]], used_port: int) -> None:
    code, said = command(
        "run",
        BOT_TOKEN=TOKEN,
        BOT_API_URL="http://127.0.0.1:1",
        WEBHOOK_URL="https://bot.example.org/x",
        WEBHOOK_LISTEN=f"127.0.0.1:{used_port}",
    )
    assert code == 2
    assert "WEBHOOK_LISTEN: " in said


def test_check_says_what_it_looked_at(command: Callable[..., tuple[int, str]]) -> None:
    code, said = command("check")
    assert code == 2
    assert "make migrate" in said
    assert command("migrate") == (0, "The database is up to date.\n")
    code, said = command("check")
    assert code == 0
    assert "Telegram was not asked" in said
    code, said = command("check", BOT_TOKEN=TOKEN, BOT_API_URL="http://127.0.0.1:1")
    assert code == 2
    assert "BOT_API_URL: " in said


def test_granting_before_the_first_start_says_what_to_do(command: Callable[..., tuple[int, str]]) -> None:
    code, said = command("grant", "5", "realtor")
    assert code == 2
    assert "make migrate" in said
    command("migrate")
    code, said = command("grant", "5", "realtor")
    assert code == 1
    assert "Nobody with the Telegram id 5" in said
    assert command("grant", "9" * 30, "realtor")[0] == 2


def test_a_database_of_a_newer_program_is_said(command: Callable[..., tuple[int, str]], tmp_path: Path) -> None:
    command("migrate")
    with contextlib.closing(sqlite3.connect(tmp_path / "data" / "property.db")) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.commit()
    for arguments in (["run"], ["migrate"], ["check"], ["grant", "5", "realtor"]):
        code, said = command(*arguments, BOT_TOKEN=TOKEN, BOT_API_URL="http://127.0.0.1:1")
        assert code == 2
        assert "newer than this program" in said


def test_the_database_file_is_for_its_owner_alone(command: Callable[..., tuple[int, str]], tmp_path: Path) -> None:
    command("migrate")
    database = tmp_path / "data" / "property.db"
    database.chmod(0o644)
    command("migrate")
    assert database.stat().st_mode & 0o077 == 0
    assert (tmp_path / "data" / "master.key").stat().st_mode & 0o077 == 0


async def test_a_changed_key_is_found_out_before_serving(world: World, database_url: str) -> None:
    from preflight import open_database, prove_key  # noqa: PLC0415  (needs the product, which the walk does not)

    anna = world.person("Анна", phone="79000000001")
    await world.does(anna.start)
    await world.does(anna.taps, "🏠 Я риэлтор")
    await world.does(anna.shares_contact)
    right = read_settings(_env_file=None, database_url=database_url, master_key=MASTER_KEY)
    wrong = read_settings(_env_file=None, database_url=database_url, master_key=OTHER_KEY)
    async with open_database(right) as database:
        await prove_key(right, database)
        with pytest.raises(WrongSettings, match=r"^MASTER_KEY: .*another key"):
            await prove_key(wrong, database)


async def test_an_empty_database_takes_any_key(database: Database, database_url: str) -> None:
    from preflight import prove_key  # noqa: PLC0415  (the same)

    assert await schema.check(database) == []
    for key in (MASTER_KEY, OTHER_KEY):
        await prove_key(read_settings(_env_file=None, database_url=database_url, master_key=key), database)
    async with database.reading() as connection:
        assert await connection.scalar(text("SELECT count(*) FROM lane")) == 0


async def test_what_fails_inside_for_another_reason_is_not_called_a_wrong_address(database_url: str) -> None:
    from preflight import open_database  # noqa: PLC0415  (the same)

    settings = read_settings(_env_file=None, database_url=database_url, master_key=MASTER_KEY)
    with pytest.raises(ValueError, match="a bug"):
        async with open_database(settings):
            raise ValueError("a bug")
    with pytest.raises(IntegrityError):
        async with open_database(settings) as database, database.writing() as connection:
            await connection.execute(text("INSERT INTO lane (name) VALUES (NULL)"))


def test_without_the_libraries_it_is_said_how_to_get_them() -> None:
    done = subprocess.run(
        [sys.executable, "-S", "-E", ROOT / "main.py", "key"], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 2
    assert "make setup" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_data_folder_is_tried_as_often_as_the_program_starts_and_nothing_is_left_in_it(tmp_path: Path) -> None:
    settings = read_settings(_env_file=None, data_dir=tmp_path / "a" / "data", master_key=MASTER_KEY)
    for _ in range(2):
        data_folder(settings)
        assert list((tmp_path / "a" / "data").iterdir()) == []

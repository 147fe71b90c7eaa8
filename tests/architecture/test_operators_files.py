"""What an operator reads agrees with the code: `.env.example` names every setting, and no secret is ever shown."""

import re
from pathlib import Path

import pytest
from pydantic import SecretStr

from settings import Settings

ROOT = Path(__file__).parents[2]
ASSIGNED = re.compile(r"^([A-Z_]+)=(.*)$")
SECRETS = {"bot_token", "webhook_secret", "master_key", "payment_provider_token"}
SAMPLE = {
    "BOT_TOKEN": "123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "WEBHOOK_SECRET": "hush-hush",
    "MASTER_KEY": "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
    "PAYMENT_PROVIDER_TOKEN": "381764678:TEST:100037",
}


def example() -> list[str]:
    return (ROOT / ".env.example").read_text().splitlines()


def test_every_setting_is_in_the_example_once() -> None:
    named = [match[1] for line in example() if (match := ASSIGNED.match(line))]
    assert sorted(named) == sorted(name.upper() for name in Settings.model_fields)


def test_every_setting_has_its_sentence() -> None:
    lines = example()
    without = []
    for number, line in enumerate(lines):
        if match := ASSIGNED.match(line):
            above = lines[number - 1]
            if not (above.startswith("# ") and above.endswith(".")):
                without.append(match[1])
    assert without == []


def test_the_example_says_the_defaults(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    assert Settings(_env_file=ROOT / ".env.example") == Settings(_env_file=None)  # type: ignore[call-arg]


def test_what_is_secret_is_typed_as_such() -> None:
    typed = {
        name for name, about in Settings.model_fields.items() if SecretStr in getattr(about.annotation, "__args__", ())
    }
    assert typed == SECRETS


def test_settings_show_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in SAMPLE.items():
        monkeypatch.setenv(name, value)
    settings = Settings(_env_file=None)  # type: ignore[call-arg]
    for shown in (repr(settings), str(settings), str(settings.model_dump()), settings.model_dump_json()):
        for value in SAMPLE.values():
            assert value not in shown


def test_a_password_in_the_database_address_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://bot:pa55word@db/property")
    assert "pa55word" not in repr(Settings(_env_file=None))  # type: ignore[call-arg]

"""Settings: a wrong one is named in one sentence with exit code 2, and nothing secret is ever printed."""

import base64
import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pytest

from domain.matching.leads.lead import Lead
from domain.matching.properties.property import Property
from domain.matching.recommendations.budget import Budget
from domain.matching.recommendations.fit import fit
from domain.money import Money
from domain.people.person import PersonId
from settings import Settings, WrongSettings, read_settings
from tests.domain.matching.agency import flat, request

ROOT = Path(__file__).parent.parent


def settings(**given: object) -> Settings:
    return read_settings(_env_file=None, **given)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("bot_token", "not-a-token"),
        ("bot_api_url", "api.telegram.org"),
        ("database_url", "mysql://localhost/x"),
        ("admin_ids", "12,anna"),
        ("webhook_url", "example.org/hook"),
        ("webhook_secret", "пароль"),
        ("webhook_listen", "8080"),
        ("webhook_listen", "0.0.0.0:99999"),
        ("master_key", "short"),
        ("match_threshold", 101),
        ("match_weights", {"colour": 5}),
        ("match_weights", {"price": 0}),
        ("base_currency", "XXX"),
        ("log_level", "CHATTY"),
    ],
)
def test_a_wrong_setting_is_named(name: str, value: object) -> None:
    with pytest.raises(WrongSettings, match=f"^{name.upper()}: "):
        settings(**{name: value})


AROUND = ["RUB", "USD", "EUR", "KGS", "KZT", "GEL", "AMD", "BYN", "UZS", "AZN", "TJS", "AED", "MDL", "TMT", "MNT"]
ABROAD = ["GBP", "CHF", "CNY", "THB", "ILS", "RSD", "PLN", "INR"]


@pytest.mark.parametrize("currency", [*AROUND, *ABROAD])
def test_what_is_wanted_and_offered_in_one_currency_in_which_homes_are_sold_is_compared(currency: str) -> None:
    rules, now = settings().match_rules, dt.datetime(2026, 11, 29, tzinfo=dt.UTC)
    wanted = request(budget=Budget(None, 60_000_000_00, currency), districts=(), rooms=(), area_min=None).checked()
    lead = Lead(realtor_id=PersonId(1), created_at=now, **wanted.values())
    for millions, score in ((59, 100), (90, 0)):
        offered = flat(price=Money(millions * 1_000_000_00, currency)).checked(now)
        property_ = Property(realtor_id=PersonId(2), created_at=now, **offered.values())
        assert fit(lead, property_, rules).score == score


def test_a_wrong_setting_ends_the_program_with_code_2(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "main.py", "run"],
        env={**os.environ, "BOT_TOKEN": "nonsense", "DATA_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        cwd=tmp_path,
        check=False,
    )
    assert done.returncode == 2
    assert "BOT_TOKEN" in done.stderr
    assert "@BotFather" in done.stderr
    assert "Traceback" not in done.stderr
    assert "nonsense" not in done.stderr


def test_secrets_do_not_show_when_settings_are_printed() -> None:
    key = base64.b64encode(b"k" * 32).decode()
    shown = repr(settings(bot_token="123456:SECRETSECRET", master_key=key, webhook_secret="hush"))
    assert "SECRET" not in shown
    assert key not in shown
    assert "hush" not in shown


def test_admins_are_listed_with_commas() -> None:
    assert settings(admin_ids="17, 18;19").admin_ids == {17, 18, 19}


def test_without_a_master_key_one_is_made_once_and_kept_private(tmp_path: Path) -> None:
    first = settings(data_dir=tmp_path).master_key_bytes()
    assert settings(data_dir=tmp_path).master_key_bytes() == first
    assert len(first) == 32
    assert (tmp_path / "master.key").stat().st_mode & 0o077 == 0


def test_the_database_is_a_file_in_the_data_folder_unless_told_otherwise(tmp_path: Path) -> None:
    assert settings(data_dir=tmp_path).database == f"sqlite:///{tmp_path}/property.db"
    assert settings(database_url="postgresql://u:p@h/d").database == "postgresql://u:p@h/d"

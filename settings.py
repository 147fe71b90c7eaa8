"""Settings come from the environment or from `.env`; a wrong one is named in one clear sentence, with exit code 2.

Each field brings an example of what to write, which is told with whatever is wrong.
"""

import base64
import binascii
import os
import secrets
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict, SettingsError

from domain.matching.deals.rules import MatchRules
from domain.matching.recommendations.score_rules import DEFAULT_WEIGHTS, Criterion, ScoreRules
from domain.money import CURRENCIES, Rates

KEY_FILE = "master.key"
KEY_BYTES = 32


MOST_TELEGRAM_ID = 2**52 - 1
"""Ids of people have at most 52 significant bits (Bot API, `User.id`)."""


def _field(default: Any, example: str, **limits: Any) -> Any:
    """A setting with its default, an example of what to write, and its limits."""
    return Field(default, examples=[example], **limits)


class Settings(BaseSettings):
    """Everything an operator can set; the names are those of the environment variables, in lower case."""

    model_config = SettingsConfigDict(
        env_file=".env",
        env_file_encoding="utf-8-sig",  # editors on Windows begin a file with a mark
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
    )

    bot_token: SecretStr | None = _field(None, "123456:ABC-DEF…")
    """The token from @BotFather; without one the local Telegram is started."""
    bot_api_url: str = _field("https://api.telegram.org", "https://api.telegram.org")
    """The base address of the Bot API server."""
    database_url: str | None = _field(None, "postgresql://user:password@host/name", repr=False)
    """sqlite:///file or postgresql://user:password@host/name; by default a SQLite file in DATA_DIR."""
    data_dir: Path = _field(Path("data"), "data")
    """Where the database file, photos and the generated master key live."""
    admin_ids: Annotated[frozenset[int], NoDecode] = _field(frozenset(), "123456,789012")
    """Telegram ids of the platform's admins, separated by commas."""
    webhook_url: str | None = _field(None, "https://bot.example.org/telegram")
    """The public https address under which Telegram reaches us; long polling if empty."""
    webhook_secret: SecretStr | None = _field(None, "any-letters-and_digits-1")
    webhook_listen: str = _field("127.0.0.1:8080", "127.0.0.1:8080")
    """host:port on which the webhook listens."""
    master_key: SecretStr | None = _field(None, "the line that `make key` prints")
    """32 bytes in base64 that seal personal data; if empty, one is made in DATA_DIR."""
    payment_provider_token: SecretStr | None = _field(None, "381764678:TEST:100037")
    """Of Telegram Payments; without it people report payments by hand."""
    sandbox_listen: str = _field("127.0.0.1:8081", "127.0.0.1:8081")
    """host:port of the local Telegram."""
    base_currency: str = _field("RUB", "RUB")
    exchange_rates: dict[str, Decimal] = _field(
        {
            "USD": Decimal(80),
            "EUR": Decimal(93),
            "KGS": Decimal("0.92"),
            "KZT": Decimal("0.155"),
            "GEL": Decimal(29),
            "AMD": Decimal("0.21"),
            "BYN": Decimal(27),
            "UZS": Decimal("0.0065"),
            "AZN": Decimal(47),
            "TJS": Decimal("8.5"),
            "UAH": Decimal("1.9"),
            "TRY": Decimal("1.9"),
            "AED": Decimal("21.8"),
            "GBP": Decimal(107),
            "CHF": Decimal(99),
            "CNY": Decimal("11.2"),
            "THB": Decimal("2.45"),
            "ILS": Decimal("24.5"),
            "RSD": Decimal("0.79"),
            "PLN": Decimal("21.9"),
            "MDL": Decimal("4.7"),
            "TMT": Decimal("22.8"),
            "MNT": Decimal("0.0225"),
            "INR": Decimal("0.9"),
        },
        '{"USD": 80, "KGS": 0.92}',
    )
    """What one unit of each other currency is worth in the base currency, as JSON; one without cannot be compared."""
    match_threshold: int = _field(ScoreRules.threshold, "75", ge=0, le=100)
    """The least score at which a property is recommended for a lead."""
    match_weights: dict[str, int] = _field(
        {one.value: weight for one, weight in DEFAULT_WEIGHTS.items()}, '{"price": 25, "district": 32}'
    )
    """How much each criterion that a lead states counts; only the proportions matter, 0 leaves it out."""
    match_edge: int = _field(ScoreRules.edge, "10", ge=1, le=100)
    """Percent outside the wanted price or area that are still shown, with a lower score; beyond, nothing is."""
    price_noise: Decimal = _field(Decimal(1), "1", ge=0, le=100)
    """Percent; nobody is told of a smaller price change."""
    log_level: str = _field("INFO", "INFO")

    @field_validator("admin_ids", mode="before")
    @classmethod
    def _ids(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        try:
            ids = frozenset(int(part) for part in value.replace(";", ",").split(",") if part.strip())
        except ValueError:
            raise ValueError("Telegram ids are numbers, separated by commas") from None
        if not all(0 < one <= MOST_TELEGRAM_ID for one in ids):
            raise ValueError("a person's Telegram id is a positive number; groups have negative ones")
        return ids

    @field_validator("bot_token")
    @classmethod
    def _token(cls, value: SecretStr | None) -> SecretStr | None:
        if value is None:
            return None
        number, colon, secret = value.get_secret_value().partition(":")
        if not (number.isdigit() and colon and secret) or any(c.isspace() for c in secret):
            raise ValueError("a token is digits, a colon and letters without spaces, as @BotFather gives it")
        return value

    @field_validator("bot_api_url", "webhook_url")
    @classmethod
    def _address(cls, value: str | None) -> str | None:
        if value is None:
            return None
        if not value.startswith(("http://", "https://")):
            raise ValueError("an address begins with http:// or https://")
        try:
            parts = urlsplit(value)
            is_whole = bool(parts.hostname) and parts.port != 0 and not any(c.isspace() for c in value)
        except ValueError:
            is_whole = False
        if not is_whole:
            raise ValueError("an address has a host, perhaps a port from 1 to 65535, and no spaces")
        return value.rstrip("/")

    @field_validator("webhook_listen", "sandbox_listen")
    @classmethod
    def _listen(cls, value: str) -> str:
        host, colon, port = value.rpartition(":")
        is_port = port.isascii() and port.isdigit() and 0 < int(port) < 65536
        if not (host and colon and is_port) or any(c.isspace() for c in value):
            raise ValueError("a host, a colon and a port from 1 to 65535 are needed")
        return value

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: str | None) -> str | None:
        if value is None:
            return None
        if not value.startswith(("sqlite:///", "postgresql://", "postgres://")):
            raise ValueError("an address begins with sqlite:/// or postgresql://")
        if value.startswith("sqlite") and (value == "sqlite:///" or ":memory:" in value):
            raise ValueError("a SQLite database needs a file; in memory nothing would be kept")
        return value

    @field_validator("payment_provider_token")
    @classmethod
    def _payments(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and any(c.isspace() for c in value.get_secret_value()):
            raise ValueError("a token has no spaces; @BotFather gives it under Payments")
        return value

    @field_validator("master_key")
    @classmethod
    def _key(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None:
            _key_bytes(value.get_secret_value())
        return value

    @field_validator("webhook_secret")
    @classmethod
    def _secret(cls, value: SecretStr | None) -> SecretStr | None:
        if value is None:
            return None
        text = value.get_secret_value()
        if not (1 <= len(text) <= 256 and all(c.isascii() and (c.isalnum() or c in "_-") for c in text)):
            raise ValueError("use 1 to 256 Latin letters, digits, _ and -")
        return value

    @field_validator("base_currency")
    @classmethod
    def _currency(cls, value: str) -> str:
        if value not in CURRENCIES:
            raise ValueError("a currency that is in use has a code of three capitals (ISO 4217)")
        return value

    @field_validator("exchange_rates")
    @classmethod
    def _rates(cls, value: dict[str, Decimal]) -> dict[str, Decimal]:
        if unknown := sorted(set(value) - set(CURRENCIES)):
            raise ValueError(f"{', '.join(unknown)} is no currency in use (ISO 4217)")
        if wrong := sorted(code for code, rate in value.items() if rate <= 0):
            raise ValueError(f"one {', '.join(wrong)} must be worth more than nothing")
        return value

    @model_validator(mode="after")
    def _base_has_no_rate(self) -> Self:
        if self.base_currency in self.exchange_rates:
            raise ValueError(
                f"EXCHANGE_RATES: {self.base_currency} is the base currency; say what one unit of each other currency "
                f'is worth in it, for example {{"USD": 80}}'
            )
        return self

    @field_validator("log_level")
    @classmethod
    def _level(cls, value: str) -> str:
        if value.upper() not in {"DEBUG", "INFO", "WARNING", "ERROR"}:
            raise ValueError("one of DEBUG, INFO, WARNING, ERROR")
        return value.upper()

    @property
    def database(self) -> str:
        """The database's address, with the default file filled in."""
        return self.database_url or f"sqlite:///{self.data_dir / 'property.db'}"

    @field_validator("match_weights")
    @classmethod
    def _weights(cls, value: dict[str, int]) -> dict[str, int]:
        unknown = set(value) - {one.value for one in Criterion}
        if unknown:
            raise ValueError(f"unknown criteria {', '.join(sorted(unknown))}; there are {', '.join(Criterion)}")
        if any(weight < 0 for weight in value.values()) or not any(value.values()):
            raise ValueError("weights must not be negative, and one at least must be positive")
        return value

    @property
    def match_rules(self) -> MatchRules:
        """What the operator has set about matching."""
        weights = {Criterion(name): weight for name, weight in self.match_weights.items()}
        return MatchRules(
            score=ScoreRules(weights=weights, threshold=self.match_threshold, edge=self.match_edge),
            price_noise=self.price_noise,
            rates=Rates(self.base_currency, dict(self.exchange_rates)),
        )

    def master_key_bytes(self) -> bytes:
        """The master key; made and kept readable for this user only, if none is set."""
        if self.master_key is not None:
            return _key_bytes(self.master_key.get_secret_value())
        path = self.data_dir / KEY_FILE
        try:
            if not path.exists():
                _make_key(path)
            return _key_bytes(path.read_text().strip())
        except (OSError, ValueError):
            raise WrongSettings(
                f"MASTER_KEY: the key in {path} cannot be read or is damaged; put it back from your copy, "
                "or remove the file if nobody has saved anything yet"
            ) from None


def _make_key(path: Path) -> None:
    """Write a fresh key whole or not at all; of two processes that begin at once, one writes it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    being_written = path.with_name(f"{path.name}.{os.getpid()}")
    being_written.touch(mode=0o600)
    being_written.write_text(base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode())
    try:
        os.link(being_written, path)
    except FileExistsError:
        return
    finally:
        being_written.unlink()


def _key_bytes(text: str) -> bytes:
    try:
        key = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != KEY_BYTES:
        raise ValueError(f"{KEY_BYTES} bytes in base64 are needed")
    return key


class WrongSettings(Exception):
    """What is wrong, a line each."""


def read_settings(**overrides: object) -> Settings:
    """Read the settings; `WrongSettings` names every wrong one and shows what to write."""
    try:
        return Settings(**overrides)  # type: ignore[arg-type]
    except ValidationError as error:
        raise WrongSettings("\n".join(_sentence(problem) for problem in error.errors())) from None
    except SettingsError as error:  # pydantic-settings wraps JSON errors of single variables in its own kind
        name = next((name for name in Settings.model_fields if f'"{name}"' in str(error)), "settings")
        raise WrongSettings(f"{name.upper()}: this is not JSON{_example(name)}") from None
    except UnicodeDecodeError:
        raise WrongSettings(".env: the file is not in UTF-8; save it again in this encoding") from None


def _sentence(problem: Any) -> str:
    """What is wrong with one setting; never the value, which may be a secret."""
    said = problem["msg"].removeprefix("Value error, ")
    if not problem["loc"]:
        return str(said)
    name = str(problem["loc"][0])
    return f"{name.upper()}: {said[:1].lower() + said[1:]}{_example(name)}"


def _example(name: str) -> str:
    about = Settings.model_fields.get(name)
    return f"; for example {about.examples[0]}" if about is not None and about.examples else ""

"""Settings come from the environment or from `.env`; a wrong one is named in one clear sentence, with exit code 2."""

import base64
import binascii
import secrets
from decimal import Decimal
from pathlib import Path
from typing import Annotated

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict, SettingsError

from domain.matching.rules import MatchRules
from domain.matching.score_rules import Criterion, ScoreRules
from domain.money import CURRENCIES, Rates

KEY_FILE = "master.key"


class Settings(BaseSettings):
    """Everything an operator can set; the names are those of the environment variables, in lower case."""

    model_config = SettingsConfigDict(env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True)

    bot_token: SecretStr | None = None
    """The token from @BotFather; without one the local Telegram is started."""
    bot_api_url: str = "https://api.telegram.org"
    """The base address of the Bot API server."""
    database_url: str | None = Field(default=None, repr=False)
    """sqlite:///file or postgresql://user:password@host/name; by default a SQLite file in DATA_DIR."""
    data_dir: Path = Path("data")
    """Where the database file, photos and the generated master key live."""
    admin_ids: Annotated[frozenset[int], NoDecode] = frozenset()
    """Telegram ids of the platform's admins, separated by commas."""
    webhook_url: str | None = None
    """The public https address under which Telegram reaches us; long polling if empty."""
    webhook_secret: SecretStr | None = None
    webhook_listen: str = "127.0.0.1:8080"
    """host:port on which the webhook listens."""
    master_key: SecretStr | None = None
    """32 bytes in base64 that seal personal data; if empty, one is made in DATA_DIR."""
    payment_provider_token: SecretStr | None = None
    """Of Telegram Payments; without it people report payments by hand."""
    sandbox_listen: str = "127.0.0.1:8081"
    """host:port of the local Telegram."""
    base_currency: str = "RUB"
    exchange_rates: dict[str, Decimal] = Field(
        default={
            "USD": Decimal(80),
            "EUR": Decimal(93),
            "KGS": Decimal("0.92"),
            "KZT": Decimal("0.155"),
        }
    )
    """What one unit of each other currency is worth in the base currency, as JSON."""
    match_threshold: int = Field(default=60, ge=0, le=100)
    """The least score at which a property is recommended for a lead."""
    match_weights: dict[str, int] = Field(
        default={
            "price": 30,
            "district": 20,
            "rooms": 15,
            "area": 10,
            "metro": 10,
            "type": 8,
            "class": 4,
            "condition": 3,
        }
    )
    """How much each criterion counts; only the proportions matter."""
    match_edge: int = Field(default=10, ge=1, le=100)
    """Percent outside the wanted price or area at which that criterion counts for nothing."""
    price_noise: Decimal = Field(default=Decimal(1), ge=0, le=100)
    """Percent; nobody is told of a smaller price change."""
    log_level: str = "INFO"

    @field_validator("admin_ids", mode="before")
    @classmethod
    def _ids(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        try:
            return frozenset(int(part) for part in value.replace(";", ",").split(",") if part.strip())
        except ValueError:
            raise ValueError("write Telegram ids separated by commas, like 123456,789012") from None

    @field_validator("bot_token")
    @classmethod
    def _token(cls, value: SecretStr | None) -> SecretStr | None:
        if value is None:
            return None
        number, colon, secret = value.get_secret_value().partition(":")
        if not (number.isdigit() and colon and secret) or any(c.isspace() for c in secret):
            raise ValueError("a token looks like 123456:ABC-DEF…, @BotFather gives it")
        return value

    @field_validator("bot_api_url", "webhook_url")
    @classmethod
    def _address(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith(("http://", "https://")):
            raise ValueError("an address begins with http:// or https://")
        return value.rstrip("/") if value else value

    @field_validator("webhook_listen", "sandbox_listen")
    @classmethod
    def _listen(cls, value: str) -> str:
        host, colon, port = value.rpartition(":")
        if not (host and colon and port.isdigit() and 0 < int(port) < 65536):
            raise ValueError("write host:port, like 0.0.0.0:8080")
        return value

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith(("sqlite", "postgresql", "postgres://")):
            raise ValueError("an address begins with sqlite:/// or postgresql://")
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
            raise ValueError("use 1 to 256 letters, digits, _ and -")
        return value

    @field_validator("base_currency")
    @classmethod
    def _currency(cls, value: str) -> str:
        if value not in CURRENCIES:
            raise ValueError("the code of a currency that is in use, like RUB (ISO 4217)")
        return value

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
        if not path.exists():
            self.data_dir.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)
            path.write_text(base64.b64encode(secrets.token_bytes(32)).decode())
        return _key_bytes(path.read_text().strip())


def _key_bytes(text: str) -> bytes:
    try:
        key = base64.b64decode(text, validate=True)
    except binascii.Error:
        key = b""
    if len(key) != 32:
        raise ValueError("32 bytes in base64 are needed; `python main.py key` makes one")
    return key


class WrongSettings(Exception):
    """What is wrong, a line each."""


def read_settings(**overrides: object) -> Settings:
    """Read the settings; `WrongSettings` names every wrong one."""
    try:
        return Settings(**overrides)  # type: ignore[arg-type]
    except ValidationError as error:
        problems = []
        for problem in error.errors():
            name = str(problem["loc"][0]).upper() if problem["loc"] else "settings"
            problems.append(f"{name}: {problem['msg'].removeprefix('Value error, ')}")
        raise WrongSettings("\n".join(problems)) from None
    except SettingsError as error:  # pydantic-settings wraps JSON errors of single variables in its own kind
        raise WrongSettings(str(error)) from None

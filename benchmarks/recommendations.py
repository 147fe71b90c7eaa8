"""Measures how many of the first ten recommendations of fifty leads are sensible, judged by what the leads state.

`python -m benchmarks.recommendations FILE.csv TEXTS.jsonl [--half 1] [--misses]` puts the properties of both files
into a fresh SQLite file, asks for each lead's first ten through the product's own repository, with the settings of
the environment (`MATCH_THRESHOLD`, `MATCH_WEIGHTS`, `MATCH_EDGE`), and prints for either half of the leads: how many
properties are shown, the share of sensible ones among them, and how many of the sensible ones that there are (ten a
lead at most) have been found.

- FILE.csv holds flats for sale: `city`, `district`, `metro`, `price`, `currency`, `area` (m²), `rooms` (0 is a
  studio) and `property_type` (a Russian word); cells may be empty.
- Each line of TEXTS.jsonl is JSON with `truth`: what is known of a text. An `intent` of `sell` or `rent_out` is an
  offer with the fields above, and with `period` (`month` or `day`) of a rent. `buy` and `rent_seek` are requests; what
  they state of `rooms`, `layout`, `district`, `metro`, `area` and `property_type` counts.
- A lead is somebody who wants what is like one of the properties and states city, budget and some more of it: in the
  first leads what one of the requests states, in the others anything from nothing to everything. Every second lead
  belongs to the other half.

What is sensible is a plain rule of its own: the price within the budget and 10 % around it, the area within what is
wanted and 15 % around it, one of the wanted numbers of rooms, one of the wanted places, and the wanted type. What the
property does not say is not what was wanted.
"""

import asyncio
import csv
import datetime as dt
import json
import random
import statistics
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

import typer

from benchmarks.matching import Owned, fill
from domain.clock import SystemClock
from domain.matching.deals.rules import MatchRules
from domain.matching.leads.lead import Lead, LeadId
from domain.matching.properties.property import Property, PropertyId
from domain.matching.recommendations.budget import Budget
from domain.matching.recommendations.fit import fit
from domain.matching.recommendations.shape import offering_of
from domain.matching.status import RentPeriod
from domain.matching.terms import Deal, PropertyType
from domain.money import Money
from domain.people.person import PersonId
from settings import Settings
from storage import schema
from storage.database import Database
from storage.matching import SqlMatches
from storage.scope import Scope
from storage.sealing import Sealer

FIRST = 10
"""Recommendations of a lead that are judged."""
LEADS = 50
NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
TYPES = {
    "апартаменты": PropertyType.APARTMENTS,
    "дом": PropertyType.HOUSE,
    "таунхаус": PropertyType.TOWNHOUSE,
    "квартира": PropertyType.APARTMENT,
    "студия": PropertyType.APARTMENT,
}
WISHES = ("rooms", "district", "metro", "area", "type")
STATED = (
    (),
    ("rooms",),
    ("rooms", "district"),
    ("rooms", "metro"),
    ("rooms", "area", "type"),
    ("district",),
    ("rooms", "district", "metro", "area", "type"),
    ("metro", "type"),
    ("rooms", "district", "area"),
    ("area",),
    ("rooms", "type"),
    ("rooms", "district", "metro"),
    ("rooms", "district", "area", "type"),
)
"""What the other leads state besides city and budget, taken in turn."""


def properties_in(table: Path, texts: Path) -> list[Property]:
    """The offers of both files that say what a property has to have."""
    with table.open(encoding="utf-8", newline="") as file:
        rows: list[dict[str, Any]] = list(csv.DictReader(file))
    rows += [truth for truth in _truths(texts) if truth.get("intent") in ("sell", "rent_out")]
    found = [one for row in rows if (one := _property(row)) is not None]
    for number, one in enumerate(found, start=1):
        one.id = PropertyId(number)
    return found


def _property(row: Mapping[str, Any]) -> Property | None:
    """The property of a row, if it says what one has to have."""
    kind = next((kind for word, kind in TYPES.items() if word in str(row.get("property_type"))), None)
    is_whole = all(row.get(name) not in (None, "", 0) for name in ("city", "price", "area"))
    if kind is None or not is_whole or row.get("rooms") in ("", None):
        return None
    is_rent = row.get("intent") == "rent_out"
    period = RentPeriod.DAY if row.get("period") == "day" else RentPeriod.MONTH
    return Property(
        realtor_id=PersonId(1),
        created_at=NOW,
        deal=Deal.RENT if is_rent else Deal.SALE,
        period=period if is_rent else None,
        property_type=kind,
        city=row["city"],
        district=row.get("district") or None,
        metro_station=row.get("metro") or None,
        price=Money.of(Decimal(str(row["price"])), row.get("currency") or "RUB"),
        area=int(Decimal(str(row["area"])) * 100),
        rooms=int(row["rooms"]),
        commission_share=50_00,
    )


def stated_by_requests(texts: Path) -> Iterator[tuple[str, ...]]:
    """What each request of the file states besides city and budget, of what a property can be compared by."""
    for truth in _truths(texts):
        if truth.get("intent") in ("buy", "rent_seek"):
            said = {"type": truth.get("property_type") in TYPES, "rooms": "rooms" in truth or "layout" in truth}
            yield tuple(name for name in WISHES if said.get(name, name in truth))


def a_lead(chance: random.Random, market: Sequence[Property], stated: Sequence[str]) -> Lead:
    """Somebody who wants what is like one of the properties, and says this much of it."""
    like = chance.choice([one for one in market if _says(one, stated)])
    near = [one for one in market if (one.city, one.deal, one.period) == (like.city, like.deal, like.period)]
    most = like.price.minor * chance.uniform(0.85, 1.15)
    districts = {like.district, *(chance.choice(near).district for _ in range(chance.randint(0, 2)))}
    metros = {like.metro_station, *(chance.choice(near).metro_station for _ in range(chance.randint(0, 3)))}
    return Lead(
        realtor_id=PersonId(2),
        created_at=NOW,
        deal=like.deal,
        period=like.period,
        city=like.city,
        budget=Budget(_rounded(most * 0.75) if chance.random() < 0.3 else None, _rounded(most), like.price.currency),
        districts=tuple(sorted(filter(None, districts))) if "district" in stated else (),
        metro_stations=tuple(sorted(filter(None, metros))) if "metro" in stated else (),
        rooms=tuple(sorted({like.rooms, like.rooms + chance.randint(0, 1)})) if "rooms" in stated else (),
        area_min=like.area * 9 // 1000 * 100 if "area" in stated else None,
        property_type=like.property_type if "type" in stated else None,
    )


def _says(offered: Property, stated: Sequence[str]) -> bool:
    """Whether the property has the places that a lead like it would state."""
    return bool(("district" not in stated or offered.district) and ("metro" not in stated or offered.metro_station))


def is_sensible(lead: Lead, offered: Property, rules: MatchRules) -> bool:
    """Whether a good realtor would show it to the client, by what the client has stated."""
    if (lead.city, lead.deal, lead.period) != (offered.city, offered.deal, offered.period):
        return False
    price = rules.rates.in_base(offered.price)
    least, most = (None if one is None else rules.rates.in_base(one) for one in (lead.budget.from_, lead.budget.to))
    return (
        _about(price, least, most, 10)
        and _about(offered.area, lead.area_min, lead.area_max, 15)
        and (not lead.rooms or offered.rooms in lead.rooms)
        and _is_where_wanted(lead, offered)
        and lead.property_type in (None, offered.property_type)
    )


def _is_where_wanted(lead: Lead, offered: Property) -> bool:
    """In one of the districts or by one of the stations; anywhere in the city if none is stated."""
    places = {_plain(one) for one in (*lead.districts, *lead.metro_stations)}
    here = {_plain(one) for one in (offered.district, offered.metro_station) if one}
    return not places or not places.isdisjoint(here)


@dataclass(slots=True)
class Judged:
    """What one lead is shown, and how much of it is sensible."""

    lead: Lead
    shown: list[Property]
    sensible: int
    available: int
    """Sensible ones that could have been shown, ten at most."""


async def judge(market: Sequence[Property], leads: Sequence[Lead], rules: MatchRules, url: str) -> list[Judged]:
    """Ask for the first ten of each lead."""
    database = Database(url)
    await schema.upgrade(database)
    by_id = {one.id: one for one in market}
    shapes = {key: Owned(one.realtor_id, offering_of(one, rules.rates)) for key, one in by_id.items()}
    await fill(database, {}, shapes)  # type: ignore[arg-type]
    scope = Scope(Sealer(bytes(32)), SystemClock(), rules)
    matches = SqlMatches(scope)
    judged: list[Judged] = []
    for lead in leads:
        async with database.reading_session() as session:
            scope.open_session = session
            shown = [by_id[PropertyId(one.id)] for one in await matches.properties_for(lead, own=True, limit=FIRST)]
        available = sum(is_sensible(lead, one, rules) for one in market)
        sensible = sum(is_sensible(lead, one, rules) for one in shown)
        judged.append(Judged(lead, shown, sensible, min(FIRST, available)))
    await database.close()
    return judged


def _truths(texts: Path) -> Iterator[dict[str, Any]]:
    with texts.open(encoding="utf-8") as file:
        yield from (json.loads(line)["truth"] or {} for line in file if line.strip())


def _rounded(amount: float) -> int:
    """An amount as people say it: two digits."""
    minor = int(amount)
    unit = int("1" + "0" * max(0, len(str(minor)) - 2))
    return (minor + unit // 2) // unit * unit


def _plain(name: str) -> str:
    return name.casefold().replace("ё", "е")


def _about(value: int, least: int | None, most: int | None, percent: int) -> bool:
    is_enough = least is None or value * 100 >= least * (100 - percent)
    return is_enough and (most is None or value * 100 <= most * (100 + percent))


def _report(name: str, judged: Sequence[Judged], rules: MatchRules) -> None:
    shown, sensible = sum(len(one.shown) for one in judged), sum(one.sensible for one in judged)
    available = sum(one.available for one in judged)
    scanty = [one for one in judged if one.available < FIRST]
    nothing = sum(not one.shown for one in judged)
    typer.echo(
        f"{name}: {len(judged)} leads, {shown} shown, {sensible} sensible ({sensible / max(1, shown):.1%}), "
        f"{sensible / max(1, available):.1%} of the {available} there are; "
        f"{len(scanty)} leads have fewer than {FIRST} to find, {nothing} are shown nothing"
    )
    used = [
        rules.rates.in_base(offered.price) / rules.rates.in_base(one.lead.budget.to)
        for one in judged
        if one.lead.budget.to is not None and one.lead.budget.from_ is None
        for offered in one.shown
    ]
    if used:
        median, (lowest, *_, highest) = statistics.median(used), statistics.quantiles(used, n=10)
        typer.echo(
            f"  price against the most that is paid: median {median:.0%}, most are {lowest:.0%} to {highest:.0%}"
        )


def _tell_misses(judged: Sequence[Judged], rules: MatchRules) -> None:
    for one in judged:
        lead = one.lead
        stated = (
            lead.budget.from_,
            lead.budget.to,
            lead.districts,
            lead.metro_stations,
            lead.rooms,
            lead.area_min,
            lead.property_type,
        )
        typer.echo(f"{lead.city} {stated}: {one.sensible} of {len(one.shown)}, {one.available} there are")
        for offered in one.shown:
            if not is_sensible(lead, offered, rules):
                about = (
                    offered.price,
                    offered.district,
                    offered.metro_station,
                    offered.rooms,
                    offered.area,
                    offered.property_type,
                )
                typer.echo(f"    {fit(lead, offered, rules).score} {about}")


def main(
    file: Path,
    texts: Path,
    *,
    half: Annotated[int | None, typer.Option(help="Only this half of the leads, 1 or 2.")] = None,
    misses: Annotated[bool, typer.Option(help="Print what is shown without being sensible.")] = False,
) -> None:
    """Print the share of sensible recommendations of either half of the leads."""
    rules = Settings().match_rules
    market = [one for one in properties_in(file, texts) if one.price.currency in {rules.rates.base, *rules.rates.worth}]
    of_requests = list(stated_by_requests(texts))
    leads = _leads(market, of_requests)
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'recommendations.db'}"
        judged = asyncio.run(judge(market, leads, rules, url))
    typer.echo(f"{len(market)} properties; {min(LEADS, len(of_requests))} leads state what a request states")
    for number in (1, 2) if half is None else (half,):
        _report(f"half {number}", judged[number - 1 :: 2], rules)
    if half is None:
        _report("all", judged, rules)
    if misses:
        _tell_misses(judged if half is None else judged[half - 1 :: 2], rules)


def _leads(market: Sequence[Property], of_requests: Sequence[Sequence[str]]) -> list[Lead]:
    """One in four rents; each states what a real request does, as far as there are any."""
    chance = random.Random(1)  # noqa: S311  (the same leads every time)
    by_deal = {deal: [one for one in market if one.deal is deal] for deal in Deal}
    leads: list[Lead] = []
    for number in range(LEADS):
        deal = Deal.RENT if number % 4 == 3 and by_deal[Deal.RENT] else Deal.SALE
        stated = of_requests[number] if number < len(of_requests) else STATED[number % len(STATED)]
        lead = a_lead(chance, by_deal[deal], stated)
        lead.id = LeadId(number + 1)
        leads.append(lead)
    return leads


if __name__ == "__main__":
    typer.run(main)

"""Write domain/currencies.py: every currency in which things are paid somewhere, with its decimal digits, from CLDR.

Used as `make currencies` after a new Babel; a currency whose digits have changed needs its stored amounts converted.
"""

import datetime as dt
from pathlib import Path

from babel import Locale
from babel.numbers import get_currency_precision, get_territory_currencies

MODULE = Path(__file__).parent.parent / "domain" / "currencies.py"
AS_OF = dt.date(2026, 11, 21)
"""Currencies come and go: those of this day."""
HEAD = '''"""Every currency that is legal tender somewhere, with its decimal digits; tools/currencies.py writes it.

Amounts are stored by these digits, so they are kept here rather than looked up: a newer CLDR must not change them.
"""

DIGITS = {
'''


def tender() -> dict[str, int]:
    """The decimal digits of every currency that is legal tender in some country."""
    countries = [str(code) for code in Locale("en").territories]
    paid = {str(one) for code in countries if code.isalpha() for one in get_territory_currencies(code, AS_OF, AS_OF)}
    return {code: get_currency_precision(code) for code in sorted(paid)}


if __name__ == "__main__":
    MODULE.write_text(HEAD + "".join(f'    "{code}": {digits},\n' for code, digits in tender().items()) + "}\n")

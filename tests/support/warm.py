"""What a process of the bot prepares once, prepared before it is forked: messages, places, forms, migrations, types."""

import time_machine
from aiogram.types import Update
from typer.main import get_command

from bot.localization import catalogue
from domain.gazetteer import Gazetteer
from domain.matching.intake import understand
from handlers import build_registry
from main import cli
from storage import schema

catalogue("ru")
Gazetteer.standard()
understand("Продам 2-к квартиру 54 м2, 5/9, м. Арбатская, 18,5 млн, комиссия 50/50")
build_registry()
schema.migrations().get_heads()
Update.model_validate({"update_id": 1})
get_command(cli)
with time_machine.travel(0):
    pass

"""Pictures of numbers for a phone: `await picture(chart)` draws what `bot.charts.kinds` describes, for `Screen.photo`.

    chart = received_and_expected(t, title, months, received, expected, "RUB")
    await ctx.chat.show(Screen(text, rows, await picture(chart)))

The same numbers belong in the text beside it: a picture cannot be read aloud or copied.
"""

"""Workbooks (.xlsx): written from a plain description to be sent as a document, read from what people send.

content = await workbook(t, Table(title, columns, rows))
await ctx.chat.send_document(content, file_name(t, t("Costs")), caption)

rows = await read_table(await document.bytes(MOST_BYTES), headings)
"""

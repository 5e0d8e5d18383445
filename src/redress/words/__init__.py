"""Pure tools over text: dates, money, names, sentences, masks."""

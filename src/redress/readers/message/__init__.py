"""A marketplace's message -> `Message`: who speaks, what was done, what is charged, what is asked and until when."""

from redress.readers.message.read import read_message

__all__ = ["read_message"]

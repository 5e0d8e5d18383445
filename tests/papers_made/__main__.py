"""Writes made papers as a set for the invoice scorer."""

from .writing import main

main()
